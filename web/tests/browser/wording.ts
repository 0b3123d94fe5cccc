/** A hall and a park with one of each kind of thing that has a page in words; `acme` and `rocket` are to be written before. */
export const AREAS = `areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [60, 40]
    zones: [{id: makers, name: {en: Makers, zh: 制造者}, color: "#1f6fb2", polygon: [[2, 2], [30, 2], [30, 38], [2, 38]]}]
    spawns: [{id: entrance, at: [15, 8], facing: north, default: true}]
    booths:
      - {number: "A{n:02}", type: shell, size: [3, 3], at: [6, 20], repeat: {count: 4, step: [3, 0]}, exhibitor: acme}
    placements: [{id: rocket, exhibit: rocket, at: [48, 20], facing: south}]
    stages: [{id: stage, name: {en: Stage, zh: 舞台}, at: [45, 34], facing: south}]
    facilities: [{id: cafe, kind: cafe, at: [50, 8], facing: north}]
    boards:
      - id: figures
        kind: counters
        at: [15, 30]
        color: "#1F6FB2"
        name: {en: In figures, zh: 数说大会}
        rows: [{id: projects, label: {en: Projects signed, zh: 签约项目}, value: 3600, unit: {en: projects, zh: 个}}]
    portals: [{id: out, at: [58, 20], facing: east, to: park/in}]
  - id: park
    kind: park
    name: {en: Park, zh: 公园}
    size: [40, 40]
    spawns: [{id: gate, at: [10, 10], default: true}]
    portals: [{id: in, at: [2, 20], facing: west, to: hall/out}]
`;
