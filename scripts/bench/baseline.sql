-- The same job in one SQL file, as a careful analyst would write it: read both books, propose pairs by five rules, add up
-- Fellegi–Sunter weights (log2 of how much more often an agreement is seen among true pairs), keep mutual bests.
-- Variables: rewards_file, pos_file, matches_file. The cut on a probability of 0.5 is a weight of 0.

CREATE MACRO phone_of(text) AS nullif(right(regexp_replace(text, '[^0-9]', '', 'g'), 10), '');
-- 'Last, First' is put in order; titles, suffixes and punctuation go.
CREATE MACRO name_of(text) AS trim(regexp_replace(regexp_replace(
  lower(strip_accents(regexp_replace(text, '^\s*([^,]+),\s*(.+)$', '\2 \1'))), '[^a-z ]', ' ', 'g'),
  '\b(mr|mrs|ms|miss|dr|jr|sr|ii|iii|iv|md|rn|np)\b', ' ', 'g'));
CREATE MACRO code_of(text) AS nullif(regexp_replace(upper(text), '[^A-Z0-9]', '', 'g'), '');

CREATE MACRO book(file) AS TABLE
  WITH cells AS (
    SELECT
      row_number() OVER () AS id,
      transaction_id,
      string_split_regex(name_of(customer_name), '\s+') AS names,
      phone_of(customer_phone) AS phone,
      nullif(lower(trim(customer_email)), '') AS email,
      (amount * 100)::INTEGER AS cents,
      "date" AS day,
      nullif(lower(service), '') AS service,
      nullif(lower("program"), '') AS program,
      nullif(lower("location"), '') AS place,
      code_of(reference) AS code,
      "type"
    FROM read_csv(file, header = true, auto_detect = false, columns = {
      'transaction_id': 'VARCHAR', 'customer_name': 'VARCHAR', 'customer_phone': 'VARCHAR', 'customer_email': 'VARCHAR',
      'service': 'VARCHAR', 'amount': 'DECIMAL(12, 2)', 'date': 'DATE', 'provider': 'VARCHAR', 'location': 'VARCHAR',
      'program': 'VARCHAR', 'reference': 'VARCHAR', 'invoice_id': 'VARCHAR', 'type': 'VARCHAR'
    })
  )
  SELECT *, nullif(names[1], '') AS given, nullif(names[-1], '') AS surname FROM cells;

CREATE TABLE rewards AS FROM book(getvariable('rewards_file'));
CREATE TABLE pos AS FROM book(getvariable('pos_file')) WHERE "type" IS DISTINCT FROM 'refund' AND "type" IS DISTINCT FROM 'void';

CREATE TABLE pairs AS
  SELECT r.id AS reward, p.id AS sale FROM rewards r JOIN pos p ON r.phone = p.phone
    WHERE r.day IS NULL OR p.day IS NULL OR r.day - p.day BETWEEN -10 AND 35
  UNION
  SELECT r.id, p.id FROM rewards r JOIN pos p ON r.email = p.email
    WHERE r.day IS NULL OR p.day IS NULL OR r.day - p.day BETWEEN -10 AND 35
  UNION
  SELECT r.id, p.id FROM rewards r JOIN pos p ON r.code = p.code
  UNION
  SELECT r.id, p.id FROM rewards r JOIN pos p ON r.surname = p.surname
    WHERE r.day - p.day BETWEEN -4 AND 14
  UNION
  SELECT r.id, p.id FROM rewards r JOIN pos p ON r.cents = p.cents AND left(r.given, 1) = left(p.given, 1)
    WHERE r.day - p.day BETWEEN -1 AND 5;

-- Missing says nothing. A level's weight is log2(m / u) by counting on one generated pair of books (seed 7, names of
-- pool a), rounded, and damped where levels depend on each other: a family shares phone, e-mail and surname.
CREATE TABLE scored AS
  WITH compared AS (
    SELECT
      reward, sale, r.given AS r_given, p.given AS p_given,
      r.phone AS r_phone, p.phone AS p_phone, r.email AS r_email, p.email AS p_email, r.code AS r_code, p.code AS p_code,
      r.service AS r_service, p.service AS p_service, r.cents AS r_cents, p.cents AS p_cents, r.day - p.day AS lag,
      r.program = p.program AS program_agrees, r.place = p.place AS place_agrees,
      jaro_winkler_similarity(r.given, p.given) AS given_alike,
      jaro_winkler_similarity(r.surname, p.surname) AS surname_alike,
      jaro_winkler_similarity(r.given, p.surname) AS given_crossed,
      jaro_winkler_similarity(r.surname, p.given) AS surname_crossed
    FROM pairs JOIN rewards r ON r.id = reward JOIN pos p ON p.id = sale
  )
  SELECT
    reward, sale,
    CASE
      WHEN given_alike IS NULL THEN 0
      WHEN given_crossed + surname_crossed > given_alike + surname_alike + 0.5
        THEN CASE WHEN least(given_crossed, surname_crossed) >= 0.9 THEN 5 ELSE -5 END
      ELSE
        CASE
          WHEN given_alike = 1 THEN 3.5
          WHEN least(length(r_given), length(p_given)) = 1 AND left(r_given, 1) = left(p_given, 1) THEN 1
          WHEN given_alike >= 0.9 THEN 1.5
          WHEN given_alike >= 0.75 THEN -1.5
          ELSE -5.5
        END
        + CASE WHEN surname_alike >= 0.9 THEN 1.5 WHEN surname_alike >= 0.75 THEN 0 ELSE -4 END
    END
    + CASE
        WHEN r_phone = p_phone THEN 2.5
        WHEN r_phone IS NULL OR p_phone IS NULL THEN 0
        WHEN length(r_phone) = length(p_phone) AND hamming(r_phone, p_phone) = 1 THEN 2
        ELSE -3
      END
    + CASE
        WHEN r_email = p_email THEN 2.5
        WHEN r_email IS NULL OR p_email IS NULL THEN 0
        WHEN jaro_winkler_similarity(r_email, p_email) >= 0.92 THEN 2
        ELSE -3
      END
    + CASE
        WHEN r_code = p_code THEN 10
        WHEN r_code IS NULL OR p_code IS NULL THEN 0
        WHEN jaro_winkler_similarity(r_code, p_code) >= 0.95 THEN 8
        ELSE -6
      END
    + CASE
        WHEN abs(r_cents - p_cents) <= 0.03 * r_cents THEN 2
        WHEN r_cents < p_cents THEN -1
        ELSE -2.5
      END
    + CASE
        WHEN lag IS NULL THEN 0
        WHEN lag = 0 THEN 3
        WHEN lag = 1 THEN 1.5
        WHEN lag BETWEEN 2 AND 3 THEN 0
        WHEN lag BETWEEN 4 AND 6 THEN -2
        WHEN lag BETWEEN -3 AND 10 THEN -4
        ELSE -6
      END
    + CASE WHEN program_agrees IS NULL THEN 0 WHEN program_agrees THEN 1.5 ELSE -5 END
    + CASE
        WHEN r_service IS NULL OR p_service IS NULL THEN 0
        WHEN jaro_winkler_similarity(r_service, p_service) >= 0.85 THEN 3
        ELSE -0.5
      END
    + CASE WHEN place_agrees IS NULL THEN 0 WHEN place_agrees THEN 1.5 ELSE -4 END
    -- The prior: about one candidate in 23 is true.
    - 4.5 AS weight
  FROM compared;

-- Each side's best; the lower row number settles a tie, so that a run can be repeated.
CREATE TABLE matches AS
  SELECT reward, sale, weight FROM scored
  WHERE weight >= 0
  QUALIFY row_number() OVER (PARTITION BY reward ORDER BY weight DESC, sale) = 1
    AND row_number() OVER (PARTITION BY sale ORDER BY weight DESC, reward) = 1;

-- Every reward in its order, as the command line writes it.
COPY (
  SELECT
    r.transaction_id AS reward_id,
    p.transaction_id AS pos_ids,
    if(sale IS NULL, 'no_match', 'match') AS result,
    if(sale IS NULL, 0, round(1 / (1 + 2 ** -weight), 4)) AS match_probability
  FROM rewards r LEFT JOIN matches ON reward = r.id LEFT JOIN pos p ON p.id = sale
  ORDER BY r.id
) TO (getvariable('matches_file')) (FORMAT csv, HEADER true);
