// Tells the page that shows 3-D Secure in place that the owner has answered.
window.parent.postMessage({ localStripe: "authenticated" }, "*");
