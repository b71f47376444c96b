/** Who the people of the demo are, in the order in which they sign up; none of them exists. */
export const names: readonly string[] = `
Amelia Hartwell, Jonas Bergström, Priya Raghavan, Mateo Villalobos, Ingrid Solheim, Kwame Asante, Sofia Marchetti,
Daniel Osei, Hannah Feldmann, Yuki Tanabe, Lucas Moreau, Fatima El Amrani, Oliver Pemberton, Zofia Kowalczyk,
Rafael Teixeira, Nadia Petrova, Theo Lindgren, Camille Duchamp, Arjun Mehta, Freya Johansen, Marco Bellini,
Chloe Ashworth, Tomás Herrera, Leila Haddad, Felix Brandt, Grace Mwangi, Henrik Aalto, Isabel Fontaine, Samuel Adeyemi,
Maja Nowicka, Pedro Carvalho, Elif Yıldız, Nathan Whitlock, Clara Vandenberg, Hiroshi Nakamura, Beatriz Fonseca,
Stefan Gruber, Aisha Rahman, Benedict Crowley, Linnea Forsberg, Victor Dumitrescu, Rosa Giménez, Emil Kristensen,
Tara Gallagher, Nikolai Sorokin, Julia Hofmann, Andre Baptiste, Mina Park, Oskar Lehtinen, Charlotte Beaumont,
Diego Salazar, Anika Sharma, Peter Novotný, Louise Marchand, Ibrahim Diallo, Helena Kovač, Max Reinhardt, Sara Lindholm,
Gabriel Torres, Wanjiru Kamau, Aaron Feldstein, Elena Papadaki, Björn Gunnarsson, Natalie Swan, Hassan Karimi,
Ines Almeida, Patrick O'Donnell, Mei-Ling Chen, Vincent Lacroix, Dorothea Engel, Ravi Subramaniam, Kirsten Dahl,
Alejandro Ruiz, Phoebe Langford, Mikael Virtanen, Zainab Bello, Thomas Achterberg, Valentina Rossi, Jakub Wieczorek,
Eleanor Whitcombe, Sven Haugen, Carmen Ortega, Dmitri Volkov, Alice Thornbury, Kenji Watanabe, Marta Jankowska,
Leon Fischer, Simone Barbieri, Noor van Dijk, Edward Fairfax, Adaeze Okonkwo, Paul Steiner, Lucía Navarro, Erik Nyström,
Georgia Pappas, Omar Farouk, Helen Castellanos, Jan Dvořák, Ruby Atkinson, Mohammed Siddiqui, Astrid Holm,
Bruno Esposito, Catherine Leclerc, Viktor Horvath, Emily Stanhope, Tariq Mansour, Anna Weissmann, Joaquín Peralta,
Sigrid Thorsen, Rohan Kapoor, Margot Delacroix, Colin Redfern, Ewa Zielińska, Adrian Popescu, Harriet Blackwood,
Luca Ferrari, Nora Eriksen, Siddharth Iyer, Teresa Machado, Simon Vogel, Bianca Moretti, Anton Lundqvist, Jasmine Okoro,
Frederik Madsen, Pilar Domínguez, Ethan Caldwell, Katarina Babić, Youssef Benali, Miriam Rosenthal, Gustav Ekman,
Philippa Marlowe-Hughes, Renato Guimarães, Olga Kuznetsova, Liam Fitzgerald, Sanna Korhonen, Hugo Lefèvre, Amara Nwosu,
Konrad Bauer, Vera Dimitrova, Scott Hallam, Aiko Matsumoto, Cristina Ferreira, Magnus Halvorsen, Delia Brennan,
Farid Rezaei, Rebecca Stone, Lars Mortensen, Paula Quintero, Timothy Ellsworth, Agnes Bertrand, Cheng Wei Lim,
Bartholomew Featherstonehaugh-Cavendish, Abdul Rashid Khan, Heidi Zimmermann, Marcus Oyelaran, Silvia Conti, Wouter de Vries, Jelena Marković,
Dominic Hargreaves, Tove Sandberg, Emmanuel Mensah, Greta Schäfer, Rory McAllister, Ana Lucía Mendoza, Filip Wójcik,
Constance Aylward, Oona Laine, Shreya Banerjee, Klara Svoboda
`
  .split(",")
  .map((name) => name.trim());

/** Where some of them work: domains that nobody can register. */
export const companies: readonly (readonly [name: string, domain: string])[] = [
  ["Brightwater Press", "brightwater.example"],
  ["Halden Studio", "halden.example"],
  ["Northfield Research", "northfield.example"],
  ["Lumen & Co.", "lumen-co.example"],
  ["Ostara Travel", "ostara.example"],
  ["Kestrel Analytics", "kestrel.example"],
  ["Maple Street Schools", "maplestreet.example"],
  ["Vantage Legal", "vantage.example"],
];

export const jobs: readonly string[] = [
  "Editor",
  "Product designer",
  "Marketing manager",
  "Researcher",
  "Founder",
  "Photographer",
  "Translator",
  "Content strategist",
];

export const places: readonly (readonly [place: string, timeZone: string])[] = [
  ["Vienna", "Europe/Vienna"],
  ["London", "Europe/London"],
  ["New York", "America/New_York"],
  ["Lisbon", "Europe/Lisbon"],
  ["Singapore", "Asia/Singapore"],
  ["Toronto", "America/Toronto"],
];
