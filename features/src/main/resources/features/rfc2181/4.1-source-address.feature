Feature: RFC 2181 section 4.1: the address that an answer comes from
  Who asks a server waits for an answer from the address that it has asked, and takes no other. A host may have several.

  Rule: An answer comes from where the query went
    @RFC2181/ANSWER-ADDRESS
    Scenario Outline: A server on a host with several addresses answers from the one that was asked, <answer>
      Given the endpoint has several addresses
      And the endpoint serves a zone that has <records>
      When the peer asks over UDP at any other address of the endpoint for the addresses of <whom>
      Then the endpoint's DNS server answers <answer>

      Examples:
        | records                                               | whom                             | answer                                                        |
        | any name with any addresses                           | the name                         | with authority: exactly the addresses in the zone             |
        | none of the names                                     | any name that is not in the zone | that there is no such name, with the zone's SOA record        |
        | any name without an address                           | the name                         | that the name has no such records, with the zone's SOA record |
        | any name with more addresses than a datagram may hold | the name                         | with what fits into 512 octets, and says that it is cut short |
