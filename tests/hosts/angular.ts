// Proves that Angular sets the attributes and properties, hears the events, and can move and remove the tool.
import "@angular/compiler";
import "care-tools";
import {
  Component, computed, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, provideZonelessChangeDetection, signal, ViewChild,
} from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { orderOf, recordOf, settings, withHeard } from "./shared.js";

@Component({
  selector: "host-page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @for (name of order(); track name) {
      @if (name === "note") {
        <p id="note">A paragraph of the page.</p>
      } @else if (name === "advice") {
        <p>Another paragraph of the page.</p>
      } @else if (shown()) {
        <care-advocacy
          #tool
          heading-level="2"
          [reference]="reference()"
          [shareRecord]="true"
          [settings]="settings"
          (care-ready)="hear($event)"
          (care-changed)="hear($event)"
          (care-completed)="hear($event)"
        ></care-advocacy>
      }
    }
    <p>
      <button type="button" id="other-reference" (click)="reference.set('CD-2')">Use the other reference</button>&ngsp;
      <button type="button" id="remove" (click)="shown.set(!shown())">
        {{ shown() ? "Remove the tool" : "Put the tool back" }}</button>&ngsp;
      <button type="button" id="ask-record" (click)="ask()">Ask for the record</button>&ngsp;
      <button type="button" id="move" (click)="moved.set(!moved())">Move the tool</button>
    </p>
    <p>Heard: <output id="heard">{{ heard().join("; ") }}</output></p>
    <p>Record: <output id="record">{{ record() }}</output></p>
  `,
})
class Page {
  @ViewChild("tool") tool?: ElementRef<HTMLElementTagNameMap["care-advocacy"]>;
  settings = settings;
  reference = signal("AB-1");
  shown = signal(true);
  moved = signal(false);
  order = computed(() => orderOf(this.moved()));
  heard = signal<string[]>([]);
  record = signal("");

  hear(event: Event) {
    this.heard.update((before) => withHeard(before, event));
  }
  ask() {
    this.record.set(recordOf(this.tool?.nativeElement));
  }
}

bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
