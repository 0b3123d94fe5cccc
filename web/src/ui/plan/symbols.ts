/** Symbols of facilities, doors, exhibits and ways out, in a square of 24; server/hallwright/export/plan/symbols.py draws the same. */

/** White lines on a dark square. */
export const LINES: Readonly<Record<string, string>> = {
  registration: "M7 5h10v14H7zM10 9h4M10 13h4",
  information: "M12 10.5v7M12 6.5v.5",
  cafe: "M6 9h10v5a4 4 0 0 1-4 4h-2a4 4 0 0 1-4-4zM16 10h1.5a2 2 0 0 1 0 4.5H16M9 4v2M13 4v2",
  toilets: "M8 6.2v.1M5.5 10h5l-1 5h-.5v4h-2v-4h-.5zM16 6.2v.1M14.5 10h3l1.5 5h-1.5v4h-3v-4h-1.5z",
  "first-aid": "M12 6v12M6 12h12",
  cloakroom: "M10 7a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2l7 5.5c.6.5.3 1.5-.5 1.5h-13c-.8 0-1.1-1-.5-1.5l7-5.5",
  lounge: "M6 11V8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v3M4.5 11.5V17h15v-5.5M4.5 14h15M7 17v2M17 17v2",
  meeting: "M8 7v.1M16 7v.1M5 17c0-4 1-6 3-6s3 2 3 6M13 17c0-4 1-6 3-6s3 2 3 6",
  charging: "M13 4l-6 9h5l-1 7 6-9h-5z",
  service: "M12 5v3M12 16v3M5 12h3M16 12h3M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2",
};

/** Shapes that stand by themselves. */
export const FILLED: Readonly<Record<string, string>> = {
  exhibit: "M12 4l8 8-8 8-8-8z",
  entrance: "M4 5h16l-8 15z",
  exit: "M4 19h16l-8-15z",
  emergency: "M4 20h16l-8-8zM4 12h16l-8-8z",
  "service-door": "M6 6h12v12H6z",
  portal: "M12 3l9 9h-5v9H8v-9H3z",
};

/** The symbol of each kind of door. */
export const DOOR_SYMBOLS: Readonly<Record<string, string>> = {
  entrance: "entrance", exit: "exit", emergency: "emergency", service: "service-door",
};
