// What a form does with answers: it checks, sends and tells. What is drawn is there from the start.
export { answerFaults, faultOf } from '../../client/model/validate-answers.js';
export { escalationWords } from '../shared/help/escalation.js';
export { soundHard } from './sound-hard.js';
export { Submission } from './submission.js';
export { Telling } from './telling.js';
