// The values of the schema's enums, in Chinese and English.

import { language } from './words.js';

const labels = {
  type: {
    Person: ['人物', 'Person'], Post: ['职务', 'Post'], Place: ['地方', 'Place'], Organization: ['单位', 'Body'],
    Agreement: ['协议', 'Agreement'], Event: ['活动', 'Event'], Article: ['报道', 'Article'], Newspaper: ['报纸', 'Newspaper'],
  },
  holds: {
    CURRENT: ['在任', 'in office'], ACTING: ['代理', 'acting'], APPOINTED: ['新任', 'appointed'], PROPOSED: ['拟任', 'proposed'],
    FORMER: ['曾任', 'former'], REMOVED: ['已免', 'removed'],
  },
  held: { HELD: ['当日在任', 'in office on the day'], UNKNOWN: ['此前在任，未见卸任', 'seen before the day, no end known'] },
  role: {
    SIGNATORY: ['签署', 'signs'], HOST: ['主持', 'host'], LEADER: ['带队', 'leads'], COUNTERPART: ['对方', 'counterpart'],
    SPEAKER: ['讲话', 'speaks'], APPOINTEE: ['任免', 'appointee'], VISITOR: ['来访', 'visits'], COMPANION: ['陪同', 'goes along'],
    ATTENDEE: ['出席', 'attends'],
  },
  byline: {
    REPORTER: ['记者', 'reporter'], CORRESPONDENT: ['通讯员', 'correspondent'], PHOTOGRAPHER: ['摄影', 'photographer'],
    AUTHOR: ['文', 'author'], EDITOR: ['编辑', 'editor'],
  },
  gender: { FEMALE: ['女', 'female'], MALE: ['男', 'male'] },
  body: {
    COMPANY: ['企业', 'company'], GOVERNMENT: ['政府', 'government'], PARTY: ['党委', 'Party'], SCHOOL: ['学校', 'school'],
    HOSPITAL: ['医院', 'hospital'], ASSOCIATION: ['社团', 'association'], MEDIA: ['媒体', 'media'],
    DELEGATION: ['代表团', 'delegation'], MILITARY: ['军队', 'military'], OTHER: ['其他', 'other'],
  },
  level: {
    COUNTRY: ['国家', 'country'], PROVINCE: ['省级', 'province'], PREFECTURE: ['地级', 'prefecture'], COUNTY: ['县级', 'county'],
    TOWNSHIP: ['乡级', 'township'],
  },
  placeType: {
    DIVISION: ['政区', 'division'], COUNTRY: ['国家', 'country'], FACILITY: ['场所', 'built place'], NATURAL: ['自然地物', 'natural feature'],
    REGION: ['区域', 'region'],
  },
  agreement: { SIGNED: ['已签', 'signed'], PLANNED: ['拟签', 'planned'], REFERRED: ['提及', 'referred to'] },
  event: {
    VISIT: ['访问', 'visit'], INSPECTION: ['考察', 'inspection'], MEETING: ['会议', 'meeting'], CALL: ['通话', 'call'],
    SIGNING: ['签约', 'signing'], CEREMONY: ['仪式', 'ceremony'], APPOINTMENT: ['任免', 'appointment'], ACTIVITY: ['活动', 'activity'],
  },
};

// label is the word for a value of an enum, the value itself where there is none, nothing for nothing.
export function label(kind, value) {
  return value ? (labels[kind][value]?.[language === 'zh' ? 0 : 1] ?? value) : null;
}
