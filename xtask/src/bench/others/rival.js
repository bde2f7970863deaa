// How each of the other forms is asked, answered and cleared, as `answers.js` asks, answers and clears ours.
//
// `asked` names the questions that can be answered now, `all` every question that would be asked on any page, `control`
// is what a click on chooses an answer, `goOn` opens the next page where there are pages, and `clear` takes back every
// answer. All work on the page's element `tool`.

const survey = () => {
  const root = document.getElementById("tool");
  const model = root.survey;
  const visible = (questions) => questions.filter((it) => it.isVisible).map((it) => it.name);
  return {
    root,
    asked: () => visible(model.currentPage.questions),
    all: () => visible(model.getAllQuestions()),
    control: (question, choice) => root.querySelector(`[data-name="${question}"] input[value="${choice}"]`),
    goOn: () => model.nextPage(),
    clear: async () => model.clear(),
  };
};

const rjsf = () => {
  const root = document.getElementById("tool");
  const { schema } = root.rjsf.current.props;
  const sections = Object.keys(schema.properties);
  const parts = [schema, ...schema.allOf.map((it) => it.then)];
  const of = (section, question) => parts.map((it) => it.properties[section]?.properties[question]).find((it) => it);
  const asked = () =>
    sections.flatMap((section) => {
      const start = `root_${section}_`;
      return Array.from(root.querySelectorAll(`label[for^="${start}"]`), (it) => it.htmlFor.slice(start.length));
    });
  return {
    root,
    asked,
    all: asked,
    control: (question, choice) => {
      const section = sections.find((it) => of(it, question));
      const { items, ...own } = of(section, question);
      return document.getElementById(`root_${section}_${question}-${(items ?? own).enum.indexOf(choice)}`);
    },
    goOn: () => {},
    clear: async () => root.rjsf.current.reset(),
  };
};

const lhc = () => {
  const root = document.getElementById("tool");
  const asked = () =>
    Array.from(root.querySelectorAll("lhc-item.lhc-item-question:not(.lhc-datatype-TITLE)"), (it) => it.id)
      .map((id) => id.slice("item-".length, id.indexOf("/")));
  return {
    root,
    asked,
    all: asked,
    control: (question, choice) => {
      const label = document.getElementById(`${question}/1/1||${choice}`);
      if (!label) return undefined;
      // Its inputs are never checked: what is chosen is a class.
      return {
        click: () => label.querySelector("input").click(),
        get checked() {
          return label.querySelector(".ant-radio-checked, .ant-checkbox-checked") !== null;
        },
      };
    },
    goOn: () => {},
    clear: () => root.draw(),
  };
};
