// Users: their profiles. How they prove who they are is auth's.
import { defineService } from '#mixins/service';
import create from './actions/create.ts';
import get from './actions/get.ts';
import me from './actions/me.ts';
import readNames from './actions/read_names.ts';

export default defineService({ name: 'users', actions: [create, get, me, readNames] });
