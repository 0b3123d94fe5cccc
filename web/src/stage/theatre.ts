/** What performs in the area: one place to put it into the scene, and to take all of it out again. */
import { Group, type Object3D } from "three";

export interface Performer {
  readonly object: Object3D;
  dispose(): void;
}

export class Theatre {
  readonly object = new Group();
  private performers: Performer[] = [];

  /** Whether performers are drawn: benchmarks compare with an empty park. */
  set open(open: boolean) {
    this.object.visible = open;
  }

  get open(): boolean {
    return this.object.visible;
  }

  add(performer: Performer): void {
    this.performers.push(performer);
    this.object.add(performer.object);
  }

  clear(): void {
    for (const performer of this.performers) {
      this.object.remove(performer.object);
      performer.dispose();
    }
    this.performers = [];
  }
}
