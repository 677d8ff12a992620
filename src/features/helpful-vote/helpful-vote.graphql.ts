import { payloadType } from '../../infra/graphql/payload.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';

const payload = (name: string) => payloadType(name, 'postmortem', () => Postmortem);
export const HelpfulVoteGivePayload = payload('HelpfulVoteGivePayload');
export const HelpfulVoteWithdrawPayload = payload('HelpfulVoteWithdrawPayload');
