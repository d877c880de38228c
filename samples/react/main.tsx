// React 19: properties and events of the element by their own names, in JSX.
import "dan-van-kheo/element.js";
import type { DvkEvents, DvkRegistrationElement } from "dan-van-kheo";
import type {} from "dan-van-kheo/react";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { judged } from "../api";
import { begun, portal } from "../record";

function App() {
  const form = useRef<DvkRegistrationElement>(null);
  // What is put into the form is not what comes out of it: a record that went back at every key would be written over what is being typed.
  const [record, put] = useState(begun);
  const [name, typed] = useState("");
  const [points, checked] = useState("");
  const [said, say] = useState("");
  return (
    <>
      <button id="other" onClick={() => put({ ...begun, model: { ...begun.model, name: "Tổ dân phố tự quản" } })}>Bản khác</button>
      <button id="api" onClick={async () => { const now = form.current?.record; if (now) say(await judged(now)); }}>Kiểm tra bằng API</button>
      <p id="name">{name}</p>
      <p id="points">{points}</p>
      <p id="said">{said}</p>
      <dvk-registration
        ref={form} portal={portal} record={record}
        ondvk-ready={() => typed(form.current?.record?.model.name ?? "")}
        ondvk-change={({ detail }: DvkEvents["dvk-change"]) => { if (detail.path === "/model/name") typed(form.current?.record?.model.name ?? ""); }}
        ondvk-check={({ detail }) => checked(`${detail.report.findings.length}`)}
      />
    </>
  );
}

createRoot(document.getElementById("app")!).render(<App />);
