//! Stress for a card: the drawing of a payload with longer, shorter, foreign or missing content.
//!
//! In: a drawing. Out: the same drawing under stress, with the same attributes at the same places. No payload is read or written.

use std::sync::Arc;

use super::media::MediaState;
use super::model::{Mention, Part, PartKind, Render};
use crate::core::unfurl::Section;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stress {
    LongTitle,
    NoBody,
    NothingOptional,
    BrokenImages,
    SlowImages,
    ThousandCharacters,
    German,
    Arabic,
    Japanese,
    Emoji,
    /// Text at 200 %. The page draws it: the model knows no sizes.
    LargeText,
}

/// Texts of a language, by what they stand for.
struct Words {
    title: &'static str,
    body: &'static str,
    name: &'static str,
    /// For chips and short texts, in turn.
    short: [&'static str; 3],
}

const LONG_TITLE: &str = "Feature request: show link previews in every page, comment, table and heading of the workspace, \
     for every member of the team and for guests, without a second sign-in and without \
     https://acme.com/an/address/that/goes/on/and/never/breaks/anywhere";

const SENTENCE: &str = "Users on Safari 17 see a blank page after they sign in, and the back button does not help. ";

const GERMAN: Words = Words {
    title: "Verknüpfungsvorschau für Rechtsschutzversicherungsgesellschaften im gesamten Arbeitsbereich freischalten",
    body: "Die Benachrichtigungseinstellungen sollen sich unabhängig von der Arbeitsbereichsverwaltung ändern lassen. \
           Rückmeldungen bitte bis Donnerstag an die Qualitätssicherungsbeauftragten.",
    name: "Friederike Schönbächler",
    short: ["In Bearbeitung", "Geschwindigkeitsbegrenzung", "Qualitätssicherung"],
};

const ARABIC: Words = Words {
    title: "طلب ميزة: معاينة الروابط داخل صفحات فريق التصميم",
    body: "نريد أن نرى محتوى الرابط مباشرة في الصفحة، حتى لا نضطر إلى فتح نافذة أخرى في كل مرة.",
    name: "نور الهدى",
    short: ["قيد التنفيذ", "أولوية عالية", "فريق التصميم"],
};

const JAPANESE: Words = Words {
    title: "機能リクエスト:リンクプレビューをチームのすべてのページに表示する",
    body: "ページを離れずにリンク先の内容を確認できるようにしたいです。担当者、状態、更新日時がひと目で分かると助かります。",
    name: "佐藤 葵",
    short: ["進行中", "優先度:高", "デザインチーム"],
};

const EMOJI: Words = Words {
    title: "🚀 Launch the 👩‍👩‍👧‍👦 family plan 🏳️‍🌈 in 🇧🇷 and 🇯🇵",
    body: "🎉🎉🎉 Ship it 👍🏽\n🧑‍🚒 on call, 🧑🏿‍🎨 on design, 🫠 on everything else",
    name: "🦊 Fox",
    short: ["🟢 Open", "🐛", "🔥🔥🔥"],
};

impl Stress {
    pub const ALL: [Self; 11] = [
        Self::LongTitle,
        Self::NoBody,
        Self::NothingOptional,
        Self::BrokenImages,
        Self::SlowImages,
        Self::ThousandCharacters,
        Self::German,
        Self::Arabic,
        Self::Japanese,
        Self::Emoji,
        Self::LargeText,
    ];

    /// Public, as `data-stress`.
    pub fn name(self) -> &'static str {
        match self {
            Self::LongTitle => "long-title",
            Self::NoBody => "no-body",
            Self::NothingOptional => "nothing-optional",
            Self::BrokenImages => "broken-images",
            Self::SlowImages => "slow-images",
            Self::ThousandCharacters => "1000-characters",
            Self::German => "german",
            Self::Arabic => "arabic",
            Self::Japanese => "japanese",
            Self::Emoji => "emoji",
            Self::LargeText => "large-text",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::LongTitle => "Long title",
            Self::NoBody => "No body",
            Self::NothingOptional => "Nothing optional",
            Self::BrokenImages => "Broken images",
            Self::SlowImages => "Slow images",
            Self::ThousandCharacters => "1,000 characters",
            Self::German => "German",
            Self::Arabic => "Arabic",
            Self::Japanese => "Japanese",
            Self::Emoji => "Emoji",
            Self::LargeText => "200 % text",
        }
    }

    /// The drawing under this stress.
    pub fn of(self, render: &Arc<Render>) -> Arc<Render> {
        if matches!(self, Self::BrokenImages | Self::SlowImages | Self::LargeText) {
            return render.clone();
        }
        let mut stressed = Render::clone(render);
        for section in Section::ALL {
            let Some(parts) = stressed.preview.section_mut(section) else { continue };
            parts.retain(|part| self.keeps(section, part));
            for (at, part) in parts.iter_mut().enumerate() {
                if let Some(text) = self.text(section, at, part) {
                    Arc::make_mut(part).text = Some(text);
                }
            }
        }
        if self == Self::NothingOptional {
            stressed.preview.background = None;
            stressed.changes = super::Changes::default();
        }
        stressed.mention = Mention::of(&stressed.preview);
        Arc::new(stressed)
    }

    /// How much of a medium is shown under this stress, whatever is known of it.
    pub fn media(self, kind: PartKind) -> Option<MediaState> {
        match self {
            Self::BrokenImages if kind == PartKind::Image => Some(MediaState::Broken),
            Self::SlowImages if kind == PartKind::Image => Some(MediaState::Waiting),
            _ => None,
        }
    }

    fn keeps(self, section: Section, part: &Part) -> bool {
        match self {
            Self::NoBody => section != Section::Body,
            // The documents require these two.
            Self::NothingOptional => section == Section::Title || part.attribute == "dev",
            _ => true,
        }
    }

    /// Another text for a part, if it has one that somebody wrote.
    fn text(self, section: Section, at: usize, part: &Part) -> Option<String> {
        let written = matches!(part.kind, PartKind::Text | PartKind::Chip | PartKind::Relation);
        if !written || section == Section::Identifier {
            return None;
        }
        let words = match self {
            Self::LongTitle => return (section == Section::Title).then(|| LONG_TITLE.to_owned()),
            Self::ThousandCharacters => {
                let long = part.kind == PartKind::Text && section != Section::Avatar;
                return long.then(|| SENTENCE.chars().cycle().take(1000).collect());
            }
            Self::German => GERMAN,
            Self::Arabic => ARABIC,
            Self::Japanese => JAPANESE,
            Self::Emoji => EMOJI,
            _ => return None,
        };
        Some(words.of(section, at).to_owned())
    }
}

impl Words {
    fn of(&self, section: Section, at: usize) -> &'static str {
        match section {
            Section::Title => self.title,
            Section::Body => self.body,
            Section::Avatar => self.name,
            _ => self.short[at % self.short.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use time::UtcDateTime;

    use super::*;
    use crate::core::preview::draw_text;
    use crate::core::templates;

    fn drawn() -> Arc<Render> {
        Arc::new(draw_text(&templates::first().payload, UtcDateTime::UNIX_EPOCH).unwrap())
    }

    fn parts(render: &Render) -> Vec<&Part> {
        render.preview.parts().map(|part| &**part).collect()
    }

    fn text(parts: &[Arc<Part>]) -> &str {
        parts[0].text.as_deref().unwrap()
    }

    #[test]
    fn parts_stay_the_attributes_that_they_are() {
        let before = drawn();
        let all: HashSet<(usize, &str)> = parts(&before).into_iter().map(|part| (part.index, &*part.attribute)).collect();
        for stress in Stress::ALL {
            let after = stress.of(&before);
            assert!(parts(&after).into_iter().all(|part| all.contains(&(part.index, &*part.attribute))), "{stress:?}");
            assert_eq!(after.mention, Mention::of(&after.preview), "{stress:?}");
            assert_eq!(after.state, before.state);
        }
    }

    #[test]
    fn each_stress_changes_what_it_says() {
        let before = drawn();
        let under = |stress: Stress| stress.of(&before);
        assert!(text(&under(Stress::LongTitle).preview.title).len() > 200);
        assert_eq!(under(Stress::LongTitle).preview.body, before.preview.body);
        assert!(under(Stress::NoBody).preview.body.is_empty() && !before.preview.body.is_empty());
        let bare = under(Stress::NothingOptional);
        assert_eq!(parts(&bare).into_iter().map(|part| &*part.attribute).collect::<Vec<_>>(), ["title", "dev"]);
        assert_eq!(text(&under(Stress::ThousandCharacters).preview.body).chars().count(), 1000);
        for (stress, words) in
            [(Stress::German, GERMAN), (Stress::Arabic, ARABIC), (Stress::Japanese, JAPANESE), (Stress::Emoji, EMOJI)]
        {
            let render = under(stress);
            assert_eq!((text(&render.mention.title), text(&render.preview.body)), (words.title, words.body));
            assert_eq!(render.preview.identifier, before.preview.identifier);
        }
    }

    #[test]
    fn only_pictures_break_or_wait() {
        assert_eq!(Stress::BrokenImages.media(PartKind::Image), Some(MediaState::Broken));
        assert_eq!(Stress::SlowImages.media(PartKind::Image), Some(MediaState::Waiting));
        assert_eq!(Stress::BrokenImages.media(PartKind::Video), None);
        assert!(Stress::ALL.iter().filter(|stress| stress.media(PartKind::Image).is_some()).count() == 2);
    }

    #[test]
    fn an_empty_drawing_stays_empty_under_any_stress() {
        for stress in Stress::ALL {
            assert_eq!(*stress.of(&Arc::default()), Render::default());
        }
    }
}
