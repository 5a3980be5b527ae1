/** Winners of the years before the awards were run here, as the organisers' old list has them. Invented, as everything in the demo. */
export const pastWinners = `year,category,winner,organisation,level,joint
1998/99,Courtesy of the year,Maud Ellery,Vale Friendly Society,,
1999/00,Courtesy of the year,The night desk,Marrowfield Telephone Co-op,,
2003,Contact centre of the year,Halden Mast and Line,,Gold,
2003,Contact centre of the year,Bexcombe Fibre Limited,,Silver,yes
2003,Contact centre of the year,Saltings Housing,,Silver,yes
2007,Contact centre of the year,Linden Row Library,,Gold,
2007,Innovative use of technology,"Lamps that tell when they fail, in words",Aldmoor Water,Gold,
2012,Innovative use of technology,The queue that rings you back,Corran Sound Ferries Ltd,Gold,
2012,Contact centre of the year,Osier Lane Grocers,,Gold,
2016,Service management and practice,Eleven languages at one counter,Pellmarsh Benefits Office,Gold,yes
2016,Service management and practice,Six rotas on one wall,Wexley Parking Office,Gold,yes
2019,Service management and practice,Nobody is put through twice,Registry of Births (Corran),Gold,
`;
