// Angular without zones. An element of another make needs CUSTOM_ELEMENTS_SCHEMA; properties and events then go by their own names.
import "@angular/compiler"; // compiled in the browser, to keep the sample small
import "dan-van-kheo/element.js";
import { CUSTOM_ELEMENTS_SCHEMA, Component, type ElementRef, ViewChild, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { DvkEvents, DvkRegistrationElement } from "dan-van-kheo";
import { judged } from "../api";
import { begun, portal } from "../record";

@Component({
  selector: "#app",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="other" (click)="other()">Bản khác</button>
    <button id="api" (click)="api()">Kiểm tra bằng API</button>
    <p id="name">{{ name() }}</p>
    <p id="points">{{ points() }}</p>
    <p id="said">{{ said() }}</p>
    <dvk-registration #form [attr.portal]="portal" [record]="record()" (dvk-ready)="ready()" (dvk-change)="changed($event)" (dvk-check)="checked($event)"></dvk-registration>
  `,
})
class App {
  @ViewChild("form") form!: ElementRef<DvkRegistrationElement>;
  portal = portal;
  // What is put into the form is not what comes out of it: a record that went back at every key would be written over what is being typed.
  record = signal(begun);
  name = signal("");
  points = signal("");
  said = signal("");

  other() { this.record.set({ ...begun, model: { ...begun.model, name: "Tổ dân phố tự quản" } }); }
  ready() { this.name.set(this.form.nativeElement.record?.model.name ?? ""); }
  changed({ detail }: DvkEvents["dvk-change"]) { if (detail.path === "/model/name") this.ready(); }
  checked({ detail }: DvkEvents["dvk-check"]) { this.points.set(`${detail.report.findings.length}`); }
  async api() {
    const { record } = this.form.nativeElement;
    if (record) this.said.set(await judged(record));
  }
}

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
