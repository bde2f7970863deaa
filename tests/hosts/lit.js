// Proves that Lit sets the attributes and properties, hears the events, and can move and remove the tool.
import "care-tools";
import { html, LitElement, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { orderOf, recordOf, settings, withHeard } from "./shared.js";

class HostPage extends LitElement {
  static properties = {
    reference: { state: true },
    shown: { state: true },
    moved: { state: true },
    heard: { state: true },
    record: { state: true },
  };
  #tool = createRef();

  constructor() {
    super();
    this.reference = "AB-1";
    this.shown = true;
    this.moved = false;
    this.heard = [];
    this.record = "";
  }

  // Rendered into the page itself, so that the ids are found as on the other pages.
  createRenderRoot() {
    return this;
  }

  #hear = (event) => {
    this.heard = withHeard(this.heard, event);
  };

  #part(name) {
    if (name === "note") return html`<p id="note">A paragraph of the page.</p>`;
    if (name === "advice") return html`<p>Another paragraph of the page.</p>`;
    if (!this.shown) return nothing;
    return html`
      <care-advocacy
        ${ref(this.#tool)}
        heading-level="2"
        .reference=${this.reference}
        .shareRecord=${true}
        .settings=${settings}
        @care-ready=${this.#hear}
        @care-changed=${this.#hear}
        @care-completed=${this.#hear}
      ></care-advocacy>
    `;
  }

  render() {
    return html`
      ${repeat(orderOf(this.moved), (name) => name, (name) => this.#part(name))}
      <p>
        <button type="button" id="other-reference" @click=${() => (this.reference = "CD-2")}>Use the other reference</button>
        <button type="button" id="remove" @click=${() => (this.shown = !this.shown)}>
          ${this.shown ? "Remove the tool" : "Put the tool back"}
        </button>
        <button type="button" id="ask-record" @click=${() => (this.record = recordOf(this.#tool.value))}>Ask for the record</button>
        <button type="button" id="move" @click=${() => (this.moved = !this.moved)}>Move the tool</button>
      </p>
      <p>Heard: <output id="heard">${this.heard.join("; ")}</output></p>
      <p>Record: <output id="record">${this.record}</output></p>
    `;
  }
}

customElements.define("host-page", HostPage);
