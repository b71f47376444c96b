/** A rate needs somebody who could have left. */
export const whyNoChurn = "No subscribers at the start";
