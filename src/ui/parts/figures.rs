//! Days, bands and other figures at a glance.

use crate::sheet::figures::FigureText;
use yew::prelude::*;

/// The figures of a result; nothing where there are none.
pub fn figures(figures: &[FigureText]) -> Html {
    if figures.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="ct-rows ct-figures">
            { for figures.iter().map(|figure| html! {
                <div class="ct-rows__row">
                    <dt class="ct-rows__name">{ figure.label.clone() }</dt>
                    <dd class="ct-rows__said">
                        if figure.first.is_empty() {
                            { figure.rest.clone() }
                        } else {
                            <strong class="ct-strong">{ figure.first.clone() }</strong>{ " " }<span class="ct-figures__then">{ figure.rest.clone() }</span>
                        }
                    </dd>
                </div>
            }) }
        </dl>
    }
}
