import { Search } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";
import { SettledInput } from "./settled-input";

type SearchBoxProps = {
  name: string;
  label: string;
  placeholder: string;
  value: string;
  loading: boolean;
  onSettle: (text: string) => void;
};

/** What a list is searched by; turns while the answer is on its way. */
export function SearchBox({ name, label, placeholder, value, loading, onSettle }: SearchBoxProps) {
  return (
    <div className="relative">
      <span aria-hidden="true" className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-muted">
        {loading ? <Spinner /> : <Search className="size-4" />}
      </span>
      <SettledInput
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={100}
        value={value}
        onSettle={onSettle}
        className="pl-9"
      />
    </div>
  );
}
