import { type Engine } from "../engine";
import { markReleased } from "./schedule-endings";
import { phaseAt } from "./schedule-state";
import { setScheduleTimers } from "./schedule-timers";

/**
 * Moves a schedule into the phase of this second, or releases its subscription after the last one. Returns the
 * schedule as the subscription is to name it from here on.
 */
export function moveSchedule(engine: Engine, id: string, now: number): string | null {
  const schedule = engine.store.objects.find("subscription_schedule", id);
  if (!schedule?.current_phase) return null;
  if (schedule.current_phase.end_date > now) return id;
  const next = phaseAt(schedule, now);
  if (!next) {
    markReleased(engine, schedule);
    return null;
  }
  const current = { start_date: next.start_date, end_date: next.end_date };
  const moved = engine.update(schedule, { current_phase: current }, "subscription_schedule.updated");
  setScheduleTimers(engine, moved);
  return id;
}
