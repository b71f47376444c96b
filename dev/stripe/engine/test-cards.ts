import { COUNTRY_CARDS } from "./country-cards";
import { DECLINES, type Decline } from "./declines";

type AuthenticationNeed = "never" | "always" | "unless_set_up" | "off_session_allowed";

/** How one of Stripe's test cards behaves. Source of all of them: https://docs.stripe.com/testing */
export interface TestCard {
  number: string;
  /** `pm_card_…` names that stand for this card. */
  names: string[];
  brand: "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay";
  funding: "credit" | "debit" | "prepaid";
  country: string;
  authentication: AuthenticationNeed;
  /** What charging it ends in; null charges. */
  decline: Decline | null;
  /** Attaching it to a customer succeeds although charging fails. */
  attaches: boolean;
  cvcCheck: "pass" | "fail";
  riskLevel: "normal" | "elevated" | "highest";
}

type Traits = Partial<Omit<TestCard, "number" | "names">>;

function card(number: string, names: string[], traits: Traits = {}): TestCard {
  return {
    number,
    names,
    brand: "visa",
    funding: "credit",
    country: "US",
    authentication: "never",
    decline: null,
    attaches: traits.decline === undefined,
    cvcCheck: "pass",
    riskLevel: "normal",
    ...traits,
  };
}

const BRANDS = [
  card("4242424242424242", ["pm_card_visa", "pm_card_us"]),
  card("4000056655665556", ["pm_card_visa_debit"], { funding: "debit" }),
  card("5555555555554444", ["pm_card_mastercard"], { brand: "mastercard" }),
  card("2223003122003222", [], { brand: "mastercard" }),
  card("5200828282828210", ["pm_card_mastercard_debit"], { brand: "mastercard", funding: "debit" }),
  card("5105105105105100", ["pm_card_mastercard_prepaid"], { brand: "mastercard", funding: "prepaid" }),
  card("378282246310005", ["pm_card_amex", "pm_card_amex_threeDSecureNotSupported"], { brand: "amex" }),
  card("371449635398431", [], { brand: "amex" }),
  card("6011111111111117", ["pm_card_discover"], { brand: "discover" }),
  card("6011000990139424", [], { brand: "discover" }),
  card("6011981111111113", ["pm_card_discover_debit"], { brand: "discover", funding: "debit" }),
  card("3056930009020004", ["pm_card_diners"], { brand: "diners" }),
  card("36227206271667", [], { brand: "diners" }),
  card("3566002020360505", ["pm_card_jcb"], { brand: "jcb", country: "JP" }),
  card("6200000000000005", ["pm_card_unionpay"], { brand: "unionpay", country: "CN" }),
];

const DECLINED = [
  card("4000000000000002", ["pm_card_visa_chargeDeclined", "pm_card_chargeDeclined"], {
    decline: DECLINES.generic,
  }),
  card(
    "4000000000009995",
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "pm_card_chargeDeclinedInsufficientFunds"],
    {
      decline: DECLINES.insufficientFunds,
    },
  ),
  card("4000000000009987", ["pm_card_visa_chargeDeclinedLostCard"], { decline: DECLINES.lostCard }),
  card("4000000000009979", ["pm_card_visa_chargeDeclinedStolenCard"], { decline: DECLINES.stolenCard }),
  card("4000000000000069", ["pm_card_chargeDeclinedExpiredCard"], { decline: DECLINES.expiredCard }),
  card("4000000000000127", ["pm_card_chargeDeclinedIncorrectCvc"], {
    decline: DECLINES.incorrectCvc,
    cvcCheck: "fail",
  }),
  card("4000000000000119", ["pm_card_chargeDeclinedProcessingError"], { decline: DECLINES.processingError }),
  card("4000000000006975", ["pm_card_visa_chargeDeclinedVelocityLimitExceeded"], {
    decline: DECLINES.velocityExceeded,
  }),
  card("4000000000000341", ["pm_card_chargeCustomerFail"], { decline: DECLINES.generic, attaches: true }),
  card("4100000000000019", ["pm_card_radarBlock", "pm_card_chargeDeclinedFraudulent"], {
    decline: DECLINES.blockedByRadar,
    riskLevel: "highest",
  }),
];

const CHECKED = [
  card("4000000000000101", ["pm_card_cvcCheckFail"], { cvcCheck: "fail" }),
  card("4000000000009235", ["pm_card_riskLevelElevated"], { riskLevel: "elevated" }),
  card("4000000000004954", ["pm_card_riskLevelHighest"], {
    decline: DECLINES.blockedByRadar,
    riskLevel: "highest",
  }),
  card("4000000000000077", ["pm_card_bypassPending"]),
  card("4000003720000278", ["pm_card_bypassPendingInternational"], { country: "IE" }),
];

const AUTHENTICATED = [
  card("4000002500003155", ["pm_card_authenticationRequiredOnSetup"], {
    country: "FR",
    authentication: "unless_set_up",
  }),
  card("4000002760003184", ["pm_card_authenticationRequired"], { country: "DE", authentication: "always" }),
  card("4000003800000446", ["pm_card_authenticationRequiredSetupForOffSession"], {
    country: "HU",
    authentication: "off_session_allowed",
  }),
  card("4000008260003178", ["pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"], {
    country: "GB",
    authentication: "always",
    decline: DECLINES.insufficientFunds,
    attaches: true,
  }),
  card("4000000000003220", ["pm_card_threeDSecure2Required"], { authentication: "always" }),
  card("4000000000003063", ["pm_card_threeDSecureRequired"], { authentication: "always" }),
  card("4000008400001629", ["pm_card_threeDSecureRequiredChargeDeclined"], {
    authentication: "always",
    decline: DECLINES.generic,
    attaches: true,
  }),
  card("4000008400001280", ["pm_card_threeDSecureRequiredProcessingError"], {
    authentication: "always",
    decline: DECLINES.processingError,
    attaches: true,
  }),
  card("4000000000003055", ["pm_card_threeDSecureOptional"]),
];

/** Charged like any other card; what happens afterwards is in disputes/disputed-cards.ts and refund-outcomes.ts. */
const DISPUTED_OR_REFUNDED = [
  card("4000000000000259", ["pm_card_createDispute"]),
  card("4000000000002685", ["pm_card_createDisputeProductNotReceived"]),
  card("4000000000001976", ["pm_card_createDisputeInquiry"]),
  card("4000000000005423", ["pm_card_createIssuerFraudRecord"]),
  card("4000000404000079", ["pm_card_createMultipleDisputes"]),
  card("4000000000007726", ["pm_card_pendingRefund"]),
  card("4000000000005126", ["pm_card_refundFail"]),
];

const countries = COUNTRY_CARDS.map(([country, number, name]) => card(number, [name], { country }));
/** Every card the stand-in knows. */
export const ALL_TEST_CARDS: TestCard[] = [
  ...BRANDS,
  ...DECLINED,
  ...CHECKED,
  ...AUTHENTICATED,
  ...DISPUTED_OR_REFUNDED,
  ...countries,
];
const byNumber = new Map(ALL_TEST_CARDS.map((entry) => [entry.number, entry]));
const byName = new Map(ALL_TEST_CARDS.flatMap((entry) => entry.names.map((name) => [name, entry] as const)));

export const findTestCard = (number: string): TestCard | null => byNumber.get(number) ?? null;
export const findNamedTestCard = (name: string): TestCard | null => byName.get(name) ?? null;

/** `tok_visa` and the like stand for the same cards as `pm_card_visa`. */
export const findTokenCard = (token: string): TestCard | null =>
  findNamedTestCard(token.replace(/^tok_/, "pm_card_"));
