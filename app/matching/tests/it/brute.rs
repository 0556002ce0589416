//! The oracle: every plan there is. It knows no prices and no paths.

use matching::Problem;

/// The most pairs and, among those, the highest total; none where the pins do not fit.
pub fn best(problem: &Problem) -> Option<(usize, i64)> {
    let mut mentors = problem.mentors.clone();
    let mut mentees = problem.mentees.clone();
    try_arcs(problem, 0, &mut mentees, &mut mentors, (0, 0))
}

/// The best over both fates of the arc at `index`.
fn try_arcs(
    problem: &Problem,
    index: usize,
    mentees: &mut [u32],
    mentors: &mut [u32],
    so_far: (usize, i64),
) -> Option<(usize, i64)> {
    let Some(arc) = problem.arcs.get(index) else { return Some(so_far) };
    let (mentee, mentor) = (arc.mentee as usize, arc.mentor as usize);
    let mut best = None;
    if !problem.pins.contains(&(arc.mentee, arc.mentor)) {
        best = try_arcs(problem, index + 1, mentees, mentors, so_far);
    }
    if mentees[mentee] > 0 && mentors[mentor] > 0 {
        mentees[mentee] -= 1;
        mentors[mentor] -= 1;
        best = best.max(try_arcs(problem, index + 1, mentees, mentors, (so_far.0 + 1, so_far.1 + arc.fit)));
        mentees[mentee] += 1;
        mentors[mentor] += 1;
    }
    best
}
