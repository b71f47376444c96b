import type { Step } from "../play/stage";
import { buyPack, forgive, spend, subscribe } from "./buying";
import {
  cancelNow,
  decideDispute,
  editCustomer,
  failingCard,
  goodCard,
  openDispute,
  payOpenInvoice,
  refundThere,
  secondPlan,
} from "./dashboard";
import { cancel, changePlan, pause, resume, undo } from "./plans";
import { refundHere } from "./refunds";

export const allSteps: readonly Step[] = [
  buyPack,
  subscribe,
  spend,
  forgive,
  changePlan,
  undo,
  cancel,
  resume,
  pause,
  failingCard,
  goodCard,
  payOpenInvoice,
  secondPlan,
  cancelNow,
  editCustomer,
  refundHere,
  refundThere,
  openDispute,
  decideDispute,
];
