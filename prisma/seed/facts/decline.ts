/** Why a bank refused a card. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

const declined = (declineCode: string, message: string): Decline => ({
  ...{ code: "card_declined", declineCode, message },
});

export const genericDecline = declined("generic_decline", "Your card was declined.");
export const noFunds = declined("insufficient_funds", "Your card has insufficient funds.");
const lostCard = declined("lost_card", "Your card was declined.");
export const expiredCard: Decline = {
  ...{ code: "expired_card", declineCode: "expired_card", message: "Your card has expired." },
};

/** From the most common on. */
export const declines = [noFunds, noFunds, genericDecline, expiredCard, genericDecline, lostCard] as const;
