Feature: RFC 2883 section 4: what has come twice
  A receiver that gets something for the second time can tell its sender: then that learns that it need not have sent it, and why.

  Rule: The first block says what has come twice
    @RFC2883/4-FIRST
    Scenario: Each duplicate is reported in the first block
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments but one, each twice, one after the answer to the other
      Then the endpoint reports what has come twice in its first block

    @RFC2883/4-FIRST @needs:TCP_TIMESTAMPS
    Scenario: The same beside timestamps, if the endpoint has opened the connection
      Given a peer that offers selective acknowledgments
      And a peer that offers timestamps
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      When the peer sends any data in small segments but one, each twice, one after the answer to the other
      Then the endpoint reports what has come twice in its first block

    @RFC2883/4.2-PART @virtual-time
    Scenario: Of a segment that is partly new only the old part is reported
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments but one, and then in others that overlap them, one after the answer to the other
      Then the endpoint reports what has come twice in its first block

  Rule: It is said once
    @RFC2883/4-ONCE @virtual-time
    Scenario: What leaves next tells of no duplicate again
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the peer has sent data that the endpoint has acknowledged
      And data arrives left of the window, acknowledging everything sent
      And the endpoint answers with what it expects next
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends the data

  Rule: The second block says where it belongs
    @RFC2883/4-SECOND
    Scenario: The block of a duplicate is the second one
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments but one, each twice, one after the answer to the other
      Then the endpoint reports the block that it belongs to in its second one

    @RFC2883/4-SECOND
    Scenario: The block of what is partly a duplicate is the second one
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments but one, and then in others that overlap them, one after the answer to the other
      Then the endpoint reports the block that it belongs to in its second one
