/** "costMilli" is "credits", as amounts are written in credits; "userId" is "user_id". */
export function toTitle(name: string): string {
  if (name === "costMilli") return "credits";
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
