/** The header in which the proxy in front names the caller. Known also where the rest of the environment is not. */
export function findClientIpHeader(): string | undefined {
  return process.env.CLIENT_IP_HEADER;
}
