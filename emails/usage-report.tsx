import { Link, Text } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function UsageReport(props: EmailProps["usage-report"] & Switchable) {
  const { month, zone, figures, services, meters, balance, usageUrl, pdfUrl, footer } = props;
  return (
    <EmailFrame
      title={`Your use in ${month}`}
      preview={figures
        .slice(0, 3)
        .map(({ label, value }) => `${label}: ${value}`)
        .join(" · ")}
      reason={`You get this once a month for a month in which you used something. Its days are those of ${zone}.`}
      footer={footer}
    >
      <Facts rows={[...figures, { label: "Balance at the end", value: balance }]} />
      {services.length > 0 ? (
        <>
          <Paragraph>
            <strong>What you used most</strong>
          </Paragraph>
          <Facts rows={services} />
        </>
      ) : null}
      {meters.length > 0 ? (
        <>
          <Paragraph>
            <strong>Of what your plan allows</strong>
          </Paragraph>
          <Facts rows={meters} />
        </>
      ) : null}
      <Action href={usageUrl} label="See it by day" />
      <Text style={{ fontFamily: theme.font, fontSize: 14, lineHeight: "20px", margin: "18px 0 0" }}>
        <Link href={pdfUrl} className="mail-link" style={{ color: theme.accent }}>
          Download it as PDF
        </Link>
      </Text>
    </EmailFrame>
  );
}
