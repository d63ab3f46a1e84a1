//! The simulated world: the clock, the previews on pages, the tokens and the connections.

use leptos::prelude::*;

use crate::core::integration::simulator::World;

#[component]
pub fn WorldFacts(world: Memo<Option<World>>) -> impl IntoView {
    move || world.get().map(|world| facts(&world))
}

fn facts(world: &World) -> impl IntoView + use<> {
    let left = |until: u64| match until.checked_sub(world.clock) {
        Some(left) if left > 0 => format!("Valid for {}", span(left)),
        _ => "Expired".to_owned(),
    };
    let code = world.asked.as_ref().map(|asked| left(asked.code_until));
    let token = world.token.as_ref().map(|token| token.until.map_or_else(|| "Does not expire".to_owned(), left));
    let connections = world.connections.iter().map(|one| {
        view! { <p class="fact connection" data-connection=one.key.clone()>{one.name.clone()}" "<code>{one.key.clone()}</code></p> }
    });
    let nobody = world.connections.is_empty().then(|| view! { <p class="note">"Nobody is connected"</p> });
    view! {
        <Fact name="Clock" value=clock(world.clock)/>
        <Fact name="Previews of the link" value=world.previews.to_string()/>
        {code.map(|code| view! { <Fact name="Notion’s code" value=code/> })}
        <Fact name="Your access token" value=token.unwrap_or_else(|| "None yet".to_owned())/>
        <h3>"My connections"</h3>
        {connections.collect_view()}
        {nobody}
    }
}

#[component]
fn Fact(name: &'static str, value: String) -> impl IntoView {
    view! { <p class="fact"><span class="soft">{name}</span>" "<span>{value}</span></p> }
}

/// `10:00`, `16:40:00`, `2 days 0:00:00`
fn clock(seconds: u64) -> String {
    let (days, hours, minutes, rest) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    match (days, hours) {
        (0, 0) => format!("{minutes}:{rest:02}"),
        (0, _) => format!("{hours}:{minutes:02}:{rest:02}"),
        (1, _) => format!("1 day {hours}:{minutes:02}:{rest:02}"),
        _ => format!("{days} days {hours}:{minutes:02}:{rest:02}"),
    }
}

/// `10 min`, `16 h 40 min`, `2 d 2 h`, `45 s`: the two largest units.
fn span(seconds: u64) -> String {
    let units = [(seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
    let units = units.into_iter().skip_while(|(count, _)| *count == 0).take(2).filter(|(count, _)| *count > 0);
    units.map(|(count, unit)| format!("{count} {unit}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{clock, span};

    #[test]
    fn a_span_reads_as_people_say_it() {
        assert_eq!(
            [600, 60_000, 45, 90, 180_001, 86_400].map(span),
            ["10 min", "16 h 40 min", "45 s", "1 min 30 s", "2 d 2 h", "1 d"]
        );
    }

    #[test]
    fn the_clock_reads_like_a_clock() {
        assert_eq!(
            [0, 600, 60_000, 86_400, 180_001].map(clock),
            ["0:00", "10:00", "16:40:00", "1 day 0:00:00", "2 days 2:00:01"]
        );
    }
}
