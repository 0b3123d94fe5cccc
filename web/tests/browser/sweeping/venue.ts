/** A hall that has something of everything, so that every part of the interface has something to show. */
import { noon } from "../noon.js";

/** Minutes of a slot for meetings, and until the first one: whoever has it is told that it begins soon. */
export const SLOT = 5;

export function venue(): string {
  const { zone, at } = noon(SLOT);
  return `
hallwright: 1
id: sweep
name: {en: Sample fair, zh: 样例展会}
theme: {en: Everything once, zh: 样样都有}
meetings: {minutes: ${String(SLOT)}, tracks: [matchmaking], rooms: [], industries: [{id: metal, name: {en: Metal, zh: 金属加工}}, {id: cars, name: {en: Cars, zh: 汽车}}]}
exhibitors:
  - {id: acme, name: {en: Acme Castings, zh: 艾克铸造}, country: CN, products: [{en: Castings, zh: 铸件}, {en: Pumps, zh: 水泵}],
     contact: {email: info@example.com, url: "https://example.com/acme", phone: "+1 202 555 0101"},
     meeting: {offers: {en: Die casting of aluminium, zh: 铝合金压铸}, seeks: {en: Car makers, zh: 整车厂}, industries: [metal], languages: [zh, en]}}
  - {id: lanze, name: {en: Lanze Robotics, zh: 岚泽机器人}, country: CN, products: [{en: Castings, zh: 铸件}], meeting: {offers: {en: Robots for welding, zh: 焊接机器人}, languages: [zh]}}
exhibits:
  - {id: car, name: {en: Sedan E1, zh: 轿车E1}, model: ev-sedan, summary: {en: It drives., zh: 它会开。}, source: Our own press}
  - {id: train, name: {en: Maglev train, zh: 磁浮列车}, model: maglev, summary: {en: It floats., zh: 它会悬浮。}, source: Our own press, queue: {minutes: 5}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall 1, zh: 一号馆}
    size: [40, 40]
    doors: [{id: main-door, at: [20, 0]}]
    zones:
      - {id: west, letter: A, name: {en: Castings, zh: 铸造}, color: "#1f6fb2", polygon: [[0, 0], [14, 0], [14, 40], [0, 40]]}
      - {id: east, letter: B, name: {en: Transport, zh: 交通}, color: "#c8561b", polygon: [[26, 0], [40, 0], [40, 40], [26, 40]]}
    spawns: [{id: entrance, at: [20, 6], facing: north, default: true}]
    booths:
      - {id: a01, number: A01, type: shell, size: [3, 3], at: [6, 16], facing: east, exhibitor: acme}
      - {id: a02, number: A02, type: island, size: [4, 4], at: [6, 26], exhibitor: lanze}
    placements:
      - {id: car, exhibit: car, at: [34, 12], facing: west, release: on-cue}
      - {id: train, exhibit: train, at: [20, 16], facing: south}
    stages:
      - id: stage
        name: {en: Main stage, zh: 主舞台}
        at: [20, 35]
        size: [12, 5]
        screen: [10, 4]
        facing: south
        seat_rows: 2
        seats_per_row: 8
        reels: [{id: words, name: {en: Live text, zh: 实时文字}, text: {en: We begin soon., zh: 即将开始。}}]
    boards:
      - {id: figures, kind: counters, name: {en: In figures, zh: 数字展会}, at: [12, 6], size: [6, 3], facing: east, rows: [{id: projects, label: {en: Projects, zh: 项目}, value: 12}]}
    portals: [{id: out, at: [38, 30], facing: east, to: park/in, name: {en: Park, zh: 公园}}]
  - id: park
    kind: park
    name: {en: Park, zh: 公园}
    size: [40, 40]
    spawns: [{id: gate, at: [20, 20]}]
    portals: [{id: in, at: [2, 20], facing: west, to: hall/out, name: {en: Hall 1, zh: 一号馆}}]
tours:
  - id: walk
    name: {en: A short walk, zh: 短途漫步}
    summary: {en: From the door to the train., zh: 从入口到列车。}
    stops:
      - {spawn: entrance, name: {en: The door, zh: 入口}, duration: 600, text: {en: Welcome to this hall. We look at one exhibit., zh: 欢迎来到展厅。我们参观一件展品。}}
      - {placement: train, duration: 600, text: {en: Here it stands., zh: 它就在这里。}}
programme:
  timezone: ${zone}
  starts: today
  tracks:
    - {id: matchmaking, name: {en: Matchmaking, zh: 供需对接}, color: "#7A4FB5"}
    - {id: forum, name: {en: Forum, zh: 论坛}, color: "#1F6FB2"}
  speakers: [{id: lin, name: {en: Lin Yue, zh: 林越}, role: {en: Host, zh: 主持人}}]
  sessions:
    - {id: opening, title: {en: Opening ceremony, zh: 开幕式}, abstract: {en: Doors open., zh: 开门。}, track: forum, stage: stage, day: 1, at: "11:00", minutes: 240, speakers: [lin]}
    - {id: hours, title: {en: Matchmaking, zh: 供需对接}, track: matchmaking, area: hall, day: 1, at: "${at()}", minutes: 60}
    - {id: cars, title: {en: A city car for two, zh: 双座城市车}, abstract: {en: For the first time., zh: 首次亮相。}, track: forum, area: hall, day: 1, at: "${at(30)}", minutes: 30, language: [zh, en]}
`;
}
