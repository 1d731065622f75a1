import type { SurveyQuestion } from './survey-question.measure.js';

/*
 * The survey questions that the register's framework rests on, by code, under the framework's titles. A test holds them
 * against the register. Answers to other questions are kept with the response and counted nowhere.
 */

const ofClients = {
  's1-m01': 'Treated kindly',
  's1-m02': 'Felt believed',
  's1-m03': 'Felt heard',
  's1-m04': 'Staff did what they could to put the client at ease',
  's1-m06': 'No discrimination by staff',
  's1-m07': 'Confident to contest discrimination (of those who met it)',
  's1-m08': 'Contested it (of those who met discrimination)',
  's1-m10': 'Kept informed of progress',
  's1-m11': 'Thought the decision was right first time',
  's1-m12': 'Paid on the day promised, first time',
  's1-m13': 'Paid the amount promised, first time',
  's1-m14': 'Staff were knowledgeable',
  's1-m15': 'Staff were approachable or helped the client understand',
  's1-m16': 'Clients told of other benefits they might get',
  's1-m17': 'Clients pointed to independent advice or support',
  's1-m18': 'Clients pointed to other organisations or services',
  's1-m19': 'Reasons for the decision were clear',
  's1-m20': 'Clients told what to do if they disagree',
  's2-m39': 'Clear route through the application',
  's2-m41': 'No needless questions on the form',
  's2-m42': 'Staff adapted to remove barriers',
  's2-m43': 'Dealt with in acceptable time',
  's2-m44': 'No wasted time',
  's2-m45': 'Clients needing extra support ...',
  's2-m48': 'In-person places were convenient',
  's2-m49': 'In-person places were accessible',
  's2-m53': 'Assessment put wellbeing first / low stress',
  's2-m54': 'Assessor understood the condition',
  's3-m62': 'Agency seen as open',
  's3-m63': 'Agency seen as honest',
};

const ofStaff = {
  's1-m23': 'Staff say they have enough training',
  's1-m24': 'Staff say they are supported',
  's1-m25': 'Staff say they have the tools to do the job',
  's1-m26': 'Staff feel able to speak up',
  's1-m27': 'Staff understand differing needs and barriers',
};

/** In the register's order, clients' questions first. Nothing in the register rests on a question to partners yet. */
export const surveyQuestions: readonly SurveyQuestion[] = [
  ...Object.entries(ofClients).map(([code, title]) => ({ survey: 'client' as const, code, title })),
  ...Object.entries(ofStaff).map(([code, title]) => ({ survey: 'staff' as const, code, title })),
];
