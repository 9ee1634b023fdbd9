// How texts become words, and a search becomes a question about them.

// The scripts that write no spaces between words, in order of their blocks, without their digits and punctuation: Thai, Lao,
// Myanmar, Khmer, Han, Hiragana and Katakana.
const UNSPACED = String.raw`\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109f\u1780-\u17d3\u17d7\u17dc\u17dd\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\uf900-\ufaff\U00020000-\U000323af`;

/** The functions `words_of` and `query_of`. */
export const SEARCH = `-- So that texts which differ in case alone are equal (Unicode's full case folding, with the capitals of Turkish): one sigma,
-- one i, "ss" for a sharp s. Decomposed first: a dot above and an iota below stand by themselves then.
create function folded(text) returns text language sql immutable as $$
  select normalize(
    translate(
      replace(replace(replace(lower(normalize($1, nfkd)), 'i' || chr(775), 'i'), chr(837), 'ι'), 'ß', 'ss'),
      'ςı', 'σi'),
    nfkc)
$$;
-- Letters and digits; all else separates words. So "and/or", "covid-19" and "me@example.org" are words of their own, which
-- Postgres' parser takes for a path, a number and an address. Where no spaces stand between words, each two characters that
-- follow each other are one, and the last of a run is one by itself: pairs from the first on, and from the second on.
create function words_of(text) returns tsvector language sql immutable as $$
  with runs as (
    select all_of_it, regexp_replace(all_of_it, '[^${UNSPACED}]+', ' ', 'g') unspaced from folded($1) all_of_it
  ), words as (
    select unnest(string_to_array(
      regexp_replace(
        regexp_replace(
          all_of_it || ' ' || regexp_replace(unspaced, '(?<![${UNSPACED}])[${UNSPACED}]', ' ', 'g'),
          '([${UNSPACED}])([${UNSPACED}]?)', ' \\1\\2 ', 'g'),
        '[^[:alnum:]${UNSPACED}]+', ' ', 'g'),
      ' ')) word
    from runs
  )
  -- Postgres refuses longer ones; 100 is as long as a search.
  select array_to_tsvector(array(select left(word, 100) from words where word <> '')) from runs
$$;
-- All of the words, each as a prefix; null without words, which matches nothing. Of many, the eight longest:
-- 36 words of one letter took 1.2 s. The last character of a run stands in the pair before it.
create function query_of(text) returns tsquery language sql immutable as $$
  with words as (select lexeme from unnest(words_of($1)))
  select string_agg(format('''%s'':*', lexeme), ' & ')::tsquery
  from (
    select lexeme from words last
    where lexeme !~ '^[${UNSPACED}]$'
      or not exists (select from words pair where length(pair.lexeme) = 2 and right(pair.lexeme, 1) = last.lexeme)
    order by length(lexeme) desc, lexeme limit 8
  ) searched
$$;`;
