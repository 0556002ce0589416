//! Texts of proposals.

crate::catalogue! {
    state_waiting = "Waiting for answers";
    state_accepted = "Accepted";
    state_declined = "Declined";
    state_expired = "Expired";
    state_recalled = "Recalled";
    closed(state) = "This proposal is no longer open ({state}), so it cannot be answered.";
    too_late = "The time to answer this proposal is over. Your coordinator can propose the pair again.";
    not_yours = "Only the mentor and the mentee can answer this proposal.";
}
