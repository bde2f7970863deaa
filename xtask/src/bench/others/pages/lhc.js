// The page of LHC-Forms, whose own scripts come before it. The build puts the Questionnaire in.

{
  const questionnaire = QUESTIONNAIRE;
  const place = document.getElementById("tool");
  const draw = () => LForms.Util.addFormToPage(questionnaire, place, { questionLayout: "vertical" });
  place.drawn = draw();
  // It has no way to clear a form: it is made anew.
  place.draw = () => (place.drawn = draw());
}
