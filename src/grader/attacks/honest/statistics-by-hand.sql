-- exercise: city-and-country
-- A name in the schema, two objects, and the columns that matter.
create statistics if not exists public."City & Country" (mcv, dependencies, ndistinct) on country, city from public.customers;
analyze verbose customers (city, country);
analyze customers;
