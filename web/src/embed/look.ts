/** How `<hallwright-view>` looks: a picture of 16:9 unless the page says otherwise. A sheet made by script, which no policy of the page forbids. */

export const look = new CSSStyleSheet();
look.replaceSync(`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    aspect-ratio: 16 / 9;
    min-height: 240px; /* on a phone 16:9 would be too low to walk in */
    max-width: 100%; /* and the ratio must not make it wider than its place for that */
    overflow: hidden;
    background: #e9eef1;
    color: #182128;
  }
  :host([hidden]) {
    display: none;
  }
  iframe {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
  }
  .instead {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    padding: 16px;
    text-align: center;
    font: 16px/1.5 system-ui, sans-serif;
    background: inherit;
  }
  .instead[hidden] {
    display: none;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: #12609f;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      background: #151c22;
      color: #f0f4f7;
    }
    a {
      color: #7fc0f5;
    }
  }
`);
