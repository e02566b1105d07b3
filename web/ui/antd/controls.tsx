import { ConfigProvider, DatePicker, Select, TreeSelect } from "antd";
import enLocale from "antd/locale/en_US";
import zhLocale from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useMemo } from "react";
import { useWords } from "../../words/language.tsx";
import { useLook } from "../look.tsx";
import { useNarrow } from "../narrow.ts";
import { overlays } from "../overlays.ts";
import type { AskedFor } from "./in-use.ts";
import type {
  DayInputProps,
  MultiSelectProps,
  SearchOption,
  SearchSelectProps,
  TreeSelectProps,
} from "./props.ts";
import { themeOf } from "./theme.ts";

/** What of antd the console has: lists that are searched, trees, calendars. It is fetched as one, and not before a page stands. */

interface Asked {
  readonly asked: AskedFor;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

function Themed({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  const narrow = useNarrow();
  const { look } = useLook();
  const theme = useMemo(() => themeOf(look), [look]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      componentSize={narrow ? "large" : "middle"}
      locale={language === "zh" ? zhLocale : enLocale}
      getPopupContainer={overlays}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

const statusOf = (invalid: boolean | undefined) => (invalid ? ("error" as const) : ("" as const));

export function SingleControl(props: SearchSelectProps & Asked) {
  const { id, name, describedBy, invalid, asked, always = false, onSearch, listWidth, nothingFound } = props;
  return (
    <Themed>
      <Select
        id={id}
        aria-label={name}
        aria-describedby={describedBy}
        status={statusOf(invalid)}
        className={props.className}
        autoFocus={asked !== undefined}
        defaultOpen={asked === "pressed"}
        allowClear={!always}
        showSearch={
          onSearch === undefined ? { optionFilterProp: "label" } : { filterOption: false, onSearch }
        }
        disabled={props.disabled}
        loading={props.loading}
        placeholder={props.placeholder}
        notFoundContent={nothingFound}
        popupMatchSelectWidth={listWidth}
        value={props.value ?? null}
        onChange={(value: string | null | undefined) => props.onChange(value ?? undefined)}
        options={[...props.options]}
        optionRender={({ data }) => <OptionLine option={data} />}
      />
    </Themed>
  );
}

function OptionLine({ option: { label, mark } }: { readonly option: SearchOption }) {
  if (mark === undefined) return label;
  return (
    <span className="option">
      <span>{label}</span>
      <span className="soft code">{mark}</span>
    </span>
  );
}

export function MultipleControl(props: MultiSelectProps & Asked) {
  const { id, name, describedBy, invalid, asked, short = false, listWidth } = props;
  return (
    <Themed>
      <Select
        id={id}
        mode="multiple"
        aria-label={name}
        aria-describedby={describedBy}
        status={statusOf(invalid)}
        autoFocus={asked !== undefined}
        defaultOpen={asked === "pressed"}
        allowClear
        maxTagCount={short ? "responsive" : undefined}
        showSearch={{ optionFilterProp: "label" }}
        loading={props.loading}
        placeholder={props.placeholder}
        notFoundContent={props.nothingFound}
        popupMatchSelectWidth={listWidth}
        value={[...props.value]}
        onChange={(value: readonly string[]) => props.onChange(value)}
        options={[...props.options]}
      />
    </Themed>
  );
}

export function TreeControl(props: TreeSelectProps & Asked) {
  const { id, describedBy, invalid, asked, placeholder, loading, tree, opened, listWidth } = props;
  return (
    <Themed>
      <TreeSelect
        id={id}
        aria-describedby={describedBy}
        status={statusOf(invalid)}
        autoFocus={asked !== undefined}
        defaultOpen={asked === "pressed"}
        allowClear
        showSearch={{ treeNodeFilterProp: "title" }}
        loading={loading}
        placeholder={placeholder}
        value={props.value}
        onChange={props.onChange}
        popupMatchSelectWidth={listWidth}
        treeData={tree}
        treeDefaultExpandedKeys={opened}
      />
    </Themed>
  );
}

export function DayControl(props: DayInputProps & Asked) {
  const { id, name, describedBy, invalid, asked, placeholder, from, to, value, onChange } = props;
  return (
    <Themed>
      <DatePicker
        id={id}
        className="day-picker"
        aria-label={name}
        aria-describedby={describedBy}
        status={statusOf(invalid)}
        autoFocus={asked !== undefined}
        defaultOpen={asked === "pressed"}
        placeholder={placeholder}
        minDate={from === undefined ? undefined : dayjs(from)}
        maxDate={to === undefined ? undefined : dayjs(to)}
        value={value === undefined ? null : dayjs(value)}
        onChange={(day) => onChange(day?.format("YYYY-MM-DD"))}
      />
    </Themed>
  );
}
