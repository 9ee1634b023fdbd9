/**
 * The most common passwords of 10 characters or more (shorter ones are refused anyway), in lower case, from published
 * lists of leaked ones. Repetitions of one character need no entry.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 01234567890 012345678910 0987654321 09876543210 1029384756 10203040506 1020304050 1112223333
  1122334455 112233445566 1212121212 121212121212 1231231231 123123123123 1234123412 123412341234 12341234qwer
  1234554321 1234512345 123456123456 1234566789 1234567890 12345678900 12345678901 123456789012 1234567890123
  12345678910 1234567891011 1234567890a 1234567890q 1234567890qwertyuiop 12345678987654321 1234567899 123456789a
  123456789abc 123456789q 123456789qwe 123456789z 12345678a9 12345abcde 123454321a 12345qwert 12345qwerty
  123456abcd 123456abcdef 123456qwerty 1234qwerasdf 1234qwerasdfzxcv 123abc123abc 123qwe123qwe 123qweasdzxc
  123qwe456rty 1313131313 1357924680 147258369a 1472583690 147852369a 159357258456 159753159753 1q2w3e4r5t
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  1qazxsw23edcvfr4 1111122222 2222233333 3.14159265 3141592653 31415926535 3141592654 5432154321 6543210987
  7418529630 741852963a 789456123a 7894561230 9876543210 9876543210a 987654321a 9999999990 a123456789 a1234567890
  a1b2c3d4e5 a1b2c3d4e5f6 aa12345678 aa123456789 ab12345678 abc1234567 abc12345678 abc123456789 abc123abc123
  abcd123456 abcd12345678 abcd1234abcd abcde12345 abcdef1234 abcdef123456 abcdefg123 abcdefg1234567 abcdefghij
  abcdefghijk abcdefghijkl abcdefghijklmnopqrstuvwxyz abcd1234567 access14access adgjmptw123 admin12345
  admin123456 admin1234567 admin12345678 admin123admin administrator administrator1 adminadmin adminadmin1
  adminadmin123 adminpassword alexander1 alexander123 alexandria angel12345 asd123asd123 asdasdasdasd asdf123456
  asdf1234asdf asdfasdfasdf asdfghjkl1 asdfghjkl123 asdfghjkl: asdfghjkl; asdfghjklqwertyuiop asdfjkl123 asdf;lkjasdf
  asdqwe123456 azerty1234 azerty12345 azerty123456 azertyuiop azertyuiop123 barcelona1 barcelona10 basketball
  basketball1 bismillah1 bismillah123 blink182blink booboobear butterfly1 butterfly123 butterfly2 caterpillar
  changeit123 changeme01 changeme12 changeme123 changeme1234 changemenow changethis charlie123 charlie1234
  cheerleader chelsea123 chocolate1 chocolate123 chocolate2 christian1 christine1 christmas1 christopher
  christopher1 computer12 computer123 computer1234 consumer123 cristianoronaldo default123 defaultpassword
  dinosaur123 dragon12345 dragonball dragonball1 dragonballz dragonfly1 elizabeth1 elizabeth123 estrellita
  everything1 fireball123 firefighter florida123 football10 football12 football123 football1234 forever123
  freedom123 friendship friends123 fuckoff123 fuckyou123 fuckyou1234 fuckyou123456 fuckyoubitch gabriel123
  geforce123 george1234 gfhjkm1234 ghbdtn1234 gjkmpjdfntkm godisgood1 goodmorning google1234 google12345
  greatness1 guest12345 guestguest hallo12345 handsome123 happybirthday happyfeet1 harrypotter harrypotter1
  heaven1234 hello12345 hello123456 helloworld helloworld1 hellokitty hellokitty1 hellohello hockey1234
  hunter1234 iloveyou10 iloveyou11 iloveyou12 iloveyou123 iloveyou1234 iloveyou13 iloveyou14 iloveyou22
  iloveyou69 iloveyou<3 iloveyouforever iloveyousomuch imissyou123 incorrect1 india12345 internet12 internet123
  inuyasha123 ismail1234 jacqueline jennifer12 jennifer123 jesus12345 jesuschrist jesusislord jesuslovesme
  jesussaves jonathan12 jonathan123 jordan2323 justinbieber killer1234 killer12345 kingkong123 lavender123 letmein123
  letmein1234 letmeinnow letmeinplease liverpool1 liverpool123 liverpool8 lkjhgfdsa1 loveforever lovelovelove
  loveme1234 lovers1234 loveyou123 loveyou1234 loveyou123456 lovely1234 madonna123 manchester manchester1
  manchesterunited marseille13 martin1234 master1234 master12345 metallica1 metallica123 michael123 michael1234
  michelle12 michelle123 microsoft1 mickeymouse millenium1 minecraft1 minecraft123 mistress123 monkey1234
  monkey12345 mother1234 motherfucker mustang123 myspace123 mypassword mypassword1 mypassword123 naruto1234
  naruto12345 newpassword nirvana123 nothing123 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword123 pa55word123
  pakistan123 pass123456 pass12345678 pass1234pass passpass123 passw0rd01 passw0rd12 passw0rd123 passw0rd1234
  password!! password00 password01 password02 password07 password08 password09 password10 password11 password12
  password12! password123 password123! password1234 password12345 password123456 password123456789 password13
  password14 password15 password16 password21 password22 password23 password69 password77 password88 password99
  passwordpassword pokemon123 pokemon1234 princess10 princess11 princess12 princess123 princess13 princess14
  princess1234 princesa123 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 qaz123wsx456 qazwsx1234
  qazwsx12345 qazwsx123456 qazwsxedc1 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazwsxqazwsx qazxsw1234 qazxswedc1
  qazxswedcvfr qq123456789 qqwweerrtt qwaszx1234 qwe123456789 qwe123qwe123 qwe1234567 qweasd1234 qweasd123456
  qweasdzxc1 qweasdzxc12 qweasdzxc123 qweqweqwe1 qweqweqweqwe qwer123456 qwer12345678 qwer1234qwer qwerasdfzxcv
  qwerqwer1234 qwerqwerqwer qwert12345 qwert123456 qwerty0123 qwerty1111 qwerty12345 qwerty1234 qwerty123456
  qwerty1234567 qwerty12345678 qwerty123456789 qwerty1234567890 qwerty123qwerty qwerty2020 qwerty654321
  qwertyqwerty qwertyui123 qwertyuiop qwertyuiop1 qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop1234567890
  qwertyuiop[] qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwertz1234 qwertz12345 qwertzuiop realmadrid
  realmadrid1 rockandroll rockstar123 root123456 rootpassword roottoor123 samantha12 samantha123 samsung123
  samsung1234 secret1234 secret12345 secret123456 secretsecret serenity123 shadow1234 sk8erboi12 skateboard
  slipknot123 slipknot666 snickers123 snowball123 softball12 softball123 somethingelse something1 spiderman1
  spiderman123 spongebob1 starcraft2 starwars123 starwars1234 stephanie1 strawberry strawberry1 sunshine10
  sunshine11 sunshine12 sunshine123 superman12 superman123 superman1234 superstar1 superstar123 supernatural
  sweetheart sweetheart1 sweetiepie teamo12345 temp123456 temporary1 temporary123 test123456 test12345678
  test1234test test123test testing123 testing1234 testpassword testtest12 testtest123 theone1234 thebeatles
  thunder123 trinity123 trustno1trustno1 tinkerbell tinkerbell1 tottenham1 undertaker unbelievable user123456 user12345678
  username123 vagina1234 vegeta1234 vfhbyf1234 volleyball volleyball1 wachtwoord wachtwoord1 welcome123
  welcome1234 welcome12345 welcome2020 welcome2021 welcome2022 welcome2023 welcome2024 welcome2025 westside123
  whatever12 whatever123 william123 wonderland wordpass123 worldofwarcraft wrestling1 youandme12 zaq12wsxcde3
  zaq1zaq1zaq1 zaq1xsw2cde3 zaq1xsw2cde3vfr4 zxasqw1234 zxc123zxc123 zxcasdqwe123 zxcv123456 zxcvbn1234
  zxcvbn123456 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl zxcvbnm,./ zxcvbnmzxcvbnm
  `
    .trim()
    .split(/\s+/),
);
