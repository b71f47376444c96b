/** Set by proxy.ts on requests for pages whose policy names a nonce. */
export const nonceHeader = "x-nonce";
