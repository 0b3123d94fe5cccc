/** Asks while somebody types: a moment after the last letter, and only what answers the last letter counts. */

/** ms without another letter. */
const MOMENT = 120;

export class Asking<Answer> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(
    private readonly ask: (query: string) => Promise<Answer>,
    private readonly told: (answer: Answer) => void,
  ) {}

  /** Something else is in the field now; nothing is asked about nothing. */
  typed(query: string): void {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    if (query) this.timer = setTimeout(() => void this.send(query, turn), MOMENT);
  }

  private async send(query: string, turn: number): Promise<void> {
    const answer = await this.ask(query);
    if (turn === this.turn) this.told(answer);
  }
}
