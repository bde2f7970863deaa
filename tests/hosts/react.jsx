// Proves that React sets the attributes and properties, hears the events, and can move and remove the tool.
import "care-tools";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { orderOf, recordOf, settings, withHeard } from "./shared.js";

function Page() {
  const [reference, setReference] = useState("AB-1");
  const [shown, setShown] = useState(true);
  const [moved, setMoved] = useState(false);
  const [heard, setHeard] = useState([]);
  const [record, setRecord] = useState("");
  const tool = useRef(null);
  const hear = (event) => setHeard((before) => withHeard(before, event));

  const parts = {
    tool: shown && (
      <care-advocacy
        key="tool"
        ref={tool}
        heading-level="2"
        reference={reference}
        shareRecord={true}
        settings={settings}
        oncare-ready={hear}
        oncare-changed={hear}
        oncare-completed={hear}
      />
    ),
    note: <p key="note" id="note">A paragraph of the page.</p>,
    advice: <p key="advice">Another paragraph of the page.</p>,
  };

  return (
    <>
      {orderOf(moved).map((name) => parts[name])}
      <p>
        <button type="button" id="other-reference" onClick={() => setReference("CD-2")}>Use the other reference</button>{" "}
        <button type="button" id="remove" onClick={() => setShown(!shown)}>
          {shown ? "Remove the tool" : "Put the tool back"}
        </button>{" "}
        <button type="button" id="ask-record" onClick={() => setRecord(recordOf(tool.current))}>Ask for the record</button>{" "}
        <button type="button" id="move" onClick={() => setMoved(!moved)}>Move the tool</button>
      </p>
      <p>Heard: <output id="heard">{heard.join("; ")}</output></p>
      <p>Record: <output id="record">{record}</output></p>
    </>
  );
}

createRoot(document.getElementById("app")).render(<Page />);
