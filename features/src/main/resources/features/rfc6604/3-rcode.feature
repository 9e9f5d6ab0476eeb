Feature: RFC 6604 section 3: the code of an answer that follows aliases
  A server may follow an alias within its zone. Then its answer is about two names, and its code about the last of them.

  Rule: The code is about the name where the aliases end
    @RFC6604/3-RCODE
    Scenario Outline: The server answers about <records> with what is true of its end
      Given the endpoint serves a zone that has <records>
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with the alias, and that what it leads to <end>, unless it leaves that open

      Examples:
        | records                                                   | end                 |
        | any name as an alias of one beside it that does not exist | does not exist      |
        | any name as an alias of one without an address            | has no such records |
