//! The trellis: our mark, and the quiet drawing behind empty places.

use leptos::prelude::*;

/// A small lattice with a shoot at its foot, for empty places.
#[component]
pub fn Lattice(
    /// As large as its place, with a vine that has come far: for the sign-in page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    if large {
        let uprights = (0..8).map(|bar| format!("M{x} -10V520", x = 24 + bar * 56)).collect::<String>();
        let across = (0..9).map(|bar| format!("M-10 {y}H440", y = 30 + bar * 56)).collect::<String>();
        let leaves = LEAVES
            .iter()
            .map(|(x, y, turn, size)| {
                view! {
                    <path
                        class="lattice__leaf"
                        d="M0 0C3 -7 11 -8 17 -3C12 3 5 4 0 0Z"
                        transform=format!("translate({x} {y}) rotate({turn}) scale({size})")
                    />
                }
            })
            .collect_view();
        view! {
            <svg class="lattice" viewBox="0 0 420 500" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
                <path class="lattice__bars" d=format!("{uprights}{across}") />
                <path
                    class="lattice__vine"
                    d="M80 512C80 452 56 432 80 392C104 352 136 372 140 330C144 292 112 274 136 240C160 206 200 224 210 184C218 150 192 136 214 106C232 82 262 92 276 62"
                />
                <path class="lattice__vine" d="M140 330C170 318 182 296 214 300C246 304 250 276 280 272" />
                {leaves}
            </svg>
        }
        .into_any()
    } else {
        view! {
            <svg class="lattice" viewBox="0 0 176 96" aria-hidden="true">
                <path
                    class="lattice__bars"
                    d="M16 4V92M52 4V92M88 4V92M124 4V92M160 4V92M4 16H172M4 48H172M4 80H172"
                />
                <path class="lattice__vine" d="M52 92C52 76 44 68 54 58C62 50 72 54 76 44" />
                <path class="lattice__leaf" d="M0 0C3 -7 11 -8 17 -3C12 3 5 4 0 0Z" transform="translate(76 44) rotate(-28)" />
                <path class="lattice__leaf" d="M0 0C3 -7 11 -8 17 -3C12 3 5 4 0 0Z" transform="translate(51 66) rotate(-150) scale(0.85)" />
                <path class="lattice__leaf" d="M0 0C3 -7 11 -8 17 -3C12 3 5 4 0 0Z" transform="translate(60 54) rotate(20) scale(0.7)" />
            </svg>
        }
        .into_any()
    }
}

/// Where the leaves of the large vine sit: place, turn and size.
const LEAVES: [(i32, i32, i32, f32); 14] = [
    (72, 440, 200, 1.5),
    (76, 402, -20, 1.7),
    (96, 368, 210, 1.4),
    (124, 360, 30, 1.5),
    (141, 326, 160, 1.6),
    (130, 286, 190, 1.4),
    (132, 248, -40, 1.7),
    (164, 216, 215, 1.4),
    (196, 212, 30, 1.6),
    (211, 176, -10, 1.5),
    (206, 126, 195, 1.3),
    (238, 92, 25, 1.5),
    (276, 62, -35, 1.8),
    (280, 272, -15, 1.7),
];

/// Our mark: the lattice, and what grows across it.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
            <path class="logo__bars" d="M7 3.5v17M12.5 3.5v17M18 3.5v17M3 8h18.5M3 15.5h18.5" />
            <path class="logo__vine" d="M4 21.5C6.5 20 7 17 9 14.5C11.5 11.5 14 11 16 8.5C17.5 6.5 17.5 4.5 20 2.5" />
        </svg>
    }
}
