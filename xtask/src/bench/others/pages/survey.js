// The page of SurveyJS, whose own scripts come before it. The build puts the model in.

{
  const survey = new Survey.Model(MODEL);
  const place = document.getElementById("tool");
  survey.render(place);
  place.survey = survey;
}
