// Made of many countries' names, so that lists, searches and sort orders meet what they will meet.
export const FIRST_NAMES = (
  'Aiko Amara Anders Anneliese Arjun Astrid Beatriz Bram Callum Chidi Clémence Dagny Daniela Darius Deepika Edda ' +
  'Elif Emeka Esme Fatou Femke Gustav Hana Henrik Hugo Idris Imogen Ines Isolde Jarosław Jonas Kamila Kwame Lars ' +
  'Leila Linnea Luca Malik Mariam Matteo Mei Mirela Nadia Niamh Noor Olek Orsolya Parisa Priya Quentin Rafael ' +
  'Rhiannon Rosa Ruben Samira Sanne Sofía Søren Stellan Tamar Tomas Umar Vera Wanda Xavier Yara Yusra Zoltán'
).split(' ');

export const LAST_NAMES = (
  'Achterberg Adeyinka Andrade Bergmann Bianchi Björklund Boateng Brennan Castel Chaudhry Czerny Dahl Delacroix ' +
  'Dimitrova Doyle Eklund Farouk Ferreira Fitzgerald Gallo Grabowska Haddad Hakimi Halvorsen Hofstra Ibrahim ' +
  'Ivanova Janssen Jovanović Kapoor Kaya Kovac Kowalczyk Lambert Laurent Lindqvist Lund Maes Mbeki Mercer Moreau ' +
  'Mwangi Nagy Nakamura Nilsson Nwosu Oduya Osei Pellegrini Pereira Petrov Quinn Raman Rautio Reyes Rossi Sandberg ' +
  'Silva Sørensen Tanaka Thorne Varga Vermeulen Voss Whitlock Winter Wójcik Yilmaz Zhou Zielinski'
).split(' ');
