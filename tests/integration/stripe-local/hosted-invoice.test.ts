import { describe, expect, it } from "vitest";
import { submit, visit } from "./support/hosted-checkout";
import { startBilling } from "./support/start-billing";
import { draftInvoice, intentOf, openInvoice, paidInvoice, startInvoicing } from "./support/start-invoicing";

const CARD = { number: "4242424242424242", expiry: "12 / 40", cvc: "123", name: "Mia Wong" };

describe("the hosted invoice (https://docs.stripe.com/invoicing/hosted-invoice-page)", () => {
  it("shows what is due and takes a card for it (https://docs.stripe.com/invoicing/hosted-invoice-page)", async () => {
    const invoicing = await startInvoicing(null);
    const invoice = await openInvoice(invoicing, 5000);
    const url = invoice.hosted_invoice_url ?? "";
    const page = await visit(url);
    expect(page.html).toContain("Invoice MIA-0001");
    expect(page.html).toContain("Work");
    expect(page.html).toContain("Pay $50.00");
    expect(await submit(url, CARD)).toMatchObject({ status: 303, location: url });
    expect((await invoicing.stripe.invoices.retrieve(invoice.id)).status).toBe("paid");
    const paid = await visit(url);
    expect(paid.html).toContain("Invoice paid");
    expect(paid.html).not.toContain("Card number");
    const receipt = /href="([^"]*\/receipts\/[^"]+)"/.exec(paid.html)?.[1] ?? "";
    expect((await visit(receipt)).html).toContain("$50.00");
  });

  it("says who sells, whom it bills and for which period (https://docs.stripe.com/invoicing/hosted-invoice-page)", async () => {
    const { stripe, customer, price, subscribe } = await startBilling("2030-01-31");
    const address = { line1: "Main Street 5", postal_code: "12345", city: "Springfield", country: "US" };
    await stripe.customers.update(customer, { name: "Mia Wong", email: "mia@example.com", address });
    const { latest_invoice: id } = await subscribe(await price("Gold", 3100));
    const { hosted_invoice_url: url, invoice_pdf: pdf } = await stripe.invoices.retrieve(id as string);
    const { html } = await visit(url ?? "");
    const billTo = ["Mia Wong", "mia@example.com", "Main Street 5", "12345 Springfield", "US"];
    for (const words of ["Local Stripe", billTo.join("\n"), "Jan 31 – Feb 28, 2030", "Quantity 1"])
      expect(html.replaceAll("\u2009", " ")).toContain(words);
    const printed = await (await fetch(pdf ?? "")).text();
    for (const words of ["Local Stripe", ...billTo]) expect(printed).toContain(`(${words})`);
  });

  it("says why a card was refused, and stays open (https://docs.stripe.com/invoicing/hosted-invoice-page)", async () => {
    const invoicing = await startInvoicing(null);
    const { id, hosted_invoice_url: url } = await openInvoice(invoicing, 5000);
    const refused = await submit(url ?? "", { ...CARD, number: "4000000000009995" });
    expect(refused.alert).toBe("Your card has insufficient funds.");
    const incomplete = await submit(url ?? "", { ...CARD, cvc: "1" });
    expect(incomplete.html).toContain("security code is incomplete");
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("open");
    expect(await invoicing.told("invoice.payment_failed")).toHaveLength(1);
  });

  it("goes by 3-D Secure where the card asks for it, and comes back paid (https://docs.stripe.com/payments/3d-secure)", async () => {
    const invoicing = await startInvoicing(null);
    const { id, hosted_invoice_url: url } = await openInvoice(invoicing, 5000);
    const asked = await submit(url ?? "", { ...CARD, number: "4000000000003220" });
    expect(asked.location).toBe(`/authenticate/${(await intentOf(invoicing.stripe, id)).id}`);
    const back = await submit(invoicing.url + (asked.location ?? ""), { result: "complete" });
    expect(back.location?.startsWith(url ?? "-")).toBe(true);
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("paid");
  });

  it("is nobody's business while it is a draft [from knowledge]", async () => {
    const invoicing = await startInvoicing(null);
    const draft = await draftInvoice(invoicing, 5000);
    expect((await visit(`${invoicing.url}/i/${draft.id}`)).status).toBe(404);
    expect(draft.hosted_invoice_url).toBeNull();
  });

  it("takes no money for a void invoice (https://docs.stripe.com/invoicing/overview#void)", async () => {
    const invoicing = await startInvoicing(null);
    const { id, hosted_invoice_url: url } = await openInvoice(invoicing, 5000);
    await invoicing.stripe.invoices.voidInvoice(id);
    expect((await visit(url ?? "")).html).toContain("This invoice was voided");
    expect((await submit(url ?? "", CARD)).status).toBe(303);
    expect((await invoicing.stripe.charges.list()).data).toEqual([]);
  });

  it("comes as a PDF, and so does a credit note (https://docs.stripe.com/api/invoices/object#invoice_object-invoice_pdf)", async () => {
    const invoicing = await startInvoicing();
    const { id, invoice_pdf: pdf } = await paidInvoice(invoicing, 5000);
    const note = await invoicing.stripe.creditNotes.create({ invoice: id, amount: 700, credit_amount: 700 });
    for (const [url, said] of [
      [pdf ?? "", ["(MIA-0001)", "(Work)", "($50.00)", "(Mia Wong)"]],
      [note.pdf, ["(MIA-0001-CN-01)", "($7.00)"]],
    ] as const) {
      const response = await fetch(url);
      expect(response.headers.get("content-type")).toBe("application/pdf");
      const text = await response.text();
      expect(text).toMatch(/^%PDF-1\.4\n/);
      for (const words of said) expect(text).toContain(words);
    }
  });
});
