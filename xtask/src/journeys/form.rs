//! The guided form, for any tool: answering what is asked, section after section.

use super::cases::Case;
use super::wait::until;
use super::widget::Widget;
use serde_json::Value;
use std::collections::BTreeSet;

/// The heading of the page on which answers are looked over.
pub const CHECK: &str = "Check your answers";
/// The id of the heading of every step.
pub const STEP_TITLE: &str = "ct-step-title";

const ASKED: &str = "
    return Array.from(root.querySelectorAll('.ct-question[id]'), (it) => it.id.slice('ct-'.length));";

impl Widget<'_> {
    /// Brings the element into view and waits until it is live and all of it is there.
    pub async fn live(&self) -> Result<(), String> {
        self.begun().await?;
        until(async || match self.run("return root.querySelector('[aria-busy=true]') === null").await? {
            Value::Bool(true) => Ok(()),
            _ => Err(format!("{self} is still working something out")),
        })
        .await
    }

    /// Brings the element into view and waits until its first questions can be answered. A tool above it that grows
    /// meanwhile moves it out of view before the browser has seen that it was there; a person scrolls on.
    pub async fn begun(&self) -> Result<(), String> {
        until(async || {
            self.show().await?;
            self.once_told("ready").await.map(drop)
        })
        .await
    }

    /// Waits until the widget has told the page of this, and gives the outcomes that it named the last time.
    pub async fn told(&self, event: &str) -> Result<Vec<String>, String> {
        until(async || self.once_told(event).await).await
    }

    async fn once_told(&self, event: &str) -> Result<Vec<String>, String> {
        let told = self.all_told(event).await?;
        told.last().cloned().ok_or_else(|| format!("{self} did not tell `care-{event}`"))
    }

    /// The outcomes that the widget named each time when it told the page of this.
    pub async fn all_told(&self, event: &str) -> Result<Vec<Vec<String>>, String> {
        let (name, nth) = self.place();
        let told = self.page().told().await?;
        let ours = told.iter().filter(|it| it["event"] == event && it["name"] == name && it["nth"] == nth);
        let outcomes = ours.map(|it| it["outcomes"].as_array().cloned().unwrap_or_default());
        Ok(outcomes.map(|ids| ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()).collect())
    }

    /// The heading of the step that is open.
    pub async fn step(&self) -> Result<String, String> {
        let title = self.run(&format!("return root.getElementById('{STEP_TITLE}')?.textContent ?? ''")).await?;
        Ok(title.as_str().unwrap_or_default().to_owned())
    }

    /// Presses the main button, and waits for another step. Gives its heading.
    pub async fn go_on(&self) -> Result<String, String> {
        let before = self.step().await?;
        self.click_css(".ct-buttons > .ct-button--primary").await?;
        self.step_after(&before).await
    }

    /// Waits for another step than this. Gives its heading.
    pub async fn step_after(&self, before: &str) -> Result<String, String> {
        until(async || match self.step().await? {
            here if here.is_empty() || here == before => Err(format!("{self} stays at “{before}”")),
            here => Ok(here),
        })
        .await
    }

    /// Answers from a case whatever the open section asks, and whatever it asks after that.
    pub async fn answer_section(&self, case: &Case) -> Result<(), String> {
        let mut answered = BTreeSet::new();
        loop {
            let asked = self.asked().await?;
            let next = asked.into_iter().find(|id| !answered.contains(id) && !case.said(id).is_empty());
            let Some(question) = next else { return Ok(()) };
            self.answer(&question, &case.said(&question)).await?;
            answered.insert(question);
        }
    }

    /// Gives an answer: one choice, several, a number, or a day such as 2026-11-22.
    pub async fn answer(&self, question: &str, said: &[String]) -> Result<(), String> {
        let number = format!("#ct-{question}-number");
        if self.count(&number).await? > 0 {
            return self.write_css(&number, &said.concat()).await;
        }
        if self.count(&format!("#ct-{question} .ct-date")).await? > 0 {
            return self.date(question, &said.concat()).await;
        }
        for choice in said {
            let control = format!("#ct-{question}-{choice}");
            if self.value(&control).await? != true {
                self.click_css(&control).await?;
            }
            self.page().same(
                &format!("whether `{question}` is `{choice}`"),
                self.value(&control).await? == true,
                true,
            )?;
        }
        Ok(())
    }

    /// Walks through all sections up to the page where answers are looked over, answering from a case.
    /// `see` is called in each section once it is answered, and on that page.
    pub async fn fill(&self, case: &Case, mut see: impl AsyncFnMut() -> Result<(), String>) -> Result<(), String> {
        let mut here = self.step().await?;
        while here != CHECK {
            self.answer_section(case).await?;
            see().await?;
            here = self.go_on().await?;
        }
        see().await
    }

    /// As [`Widget::fill`], and on to the result. Fails when the outcomes are not those of the case.
    pub async fn result(&self, case: &Case, mut see: impl AsyncFnMut() -> Result<(), String>) -> Result<(), String> {
        self.fill(case, &mut see).await?;
        self.go_on().await?;
        see().await?;
        self.has_outcomes(case).await
    }

    /// Fails when the outcomes that were told at the result are not those of the case, in whatever order.
    pub async fn has_outcomes(&self, case: &Case) -> Result<(), String> {
        let told: BTreeSet<String> = self.told("completed").await?.into_iter().collect();
        self.page().same("the outcomes", told, case.outcomes.iter().cloned().collect())
    }

    /// The ids of the questions that are asked now.
    async fn asked(&self) -> Result<Vec<String>, String> {
        let asked = self.run(ASKED).await?;
        Ok(asked.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect())
    }

    async fn date(&self, question: &str, day: &str) -> Result<(), String> {
        let parts = day.split('-').map(|part| part.trim_start_matches('0'));
        for (part, typed) in ["year", "month", "day"].into_iter().zip(parts) {
            self.write_css(&format!("#ct-{question}-{part}"), typed).await?;
        }
        Ok(())
    }
}
