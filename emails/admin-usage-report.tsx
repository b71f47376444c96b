import { Link, Text } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function AdminUsageReport(props: EmailProps["admin-usage-report"] & Switchable) {
  const { period, zone, why, figures, services, people, pageUrl, downloads, footer } = props;
  return (
    <EmailFrame
      title={`Everybody’s use, ${period}`}
      preview={figures
        .slice(0, 2)
        .map(({ label, value }) => `${label}: ${value}`)
        .join(" · ")}
      reason={`You get this ${why}. Its days are those of ${zone}.`}
      footer={footer}
    >
      <Facts rows={figures} />
      <Paragraph>
        <strong>Services</strong>
      </Paragraph>
      {services.length > 0 ? <Facts rows={services} /> : <Paragraph>Nobody ran any.</Paragraph>}
      {people.length > 0 ? (
        <>
          <Paragraph>
            <strong>Who used most</strong>
          </Paragraph>
          <Facts rows={people} />
        </>
      ) : null}
      <Action href={pageUrl} label="Look closer" />
      <Text style={{ fontFamily: theme.font, fontSize: 14, lineHeight: "22px", margin: "18px 0 0" }}>
        {downloads.map(({ label, url }, index) => (
          <span key={url}>
            {index > 0 ? " · " : null}
            <Link href={url} className="mail-link" style={{ color: theme.accent }}>
              {label}
            </Link>
          </span>
        ))}
      </Text>
    </EmailFrame>
  );
}
